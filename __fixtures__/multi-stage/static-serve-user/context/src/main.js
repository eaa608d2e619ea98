document.title = 'site';
