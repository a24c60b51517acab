// Before the first paint, so that a page in the dark never flashes white. Same key as the ui package's theme.
const theme = localStorage.getItem('tradeline-theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
