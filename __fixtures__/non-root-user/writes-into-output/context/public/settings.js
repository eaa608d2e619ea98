window.URL = "";
