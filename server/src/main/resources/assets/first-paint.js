// Follows the system's light or dark where the person has chosen neither. Runs before the first paint, so nothing flashes.
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => {
    if (root.dataset.theme === 'system') {
      root.dataset.bsTheme = dark.matches ? 'dark' : 'light';
    }
  };
  follow();
  dark.addEventListener('change', follow);
  root.addEventListener('themechange', follow);
})();
