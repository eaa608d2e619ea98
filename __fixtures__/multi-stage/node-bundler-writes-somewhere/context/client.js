document.title = 'app';
