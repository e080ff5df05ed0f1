/** Light, dark, or as the system has it. A taste of this reader, so it is kept in the browser and not in the address. */
export type Theme = 'auto' | 'light' | 'dark';
const PLACE = 'skillgap-theme';

export function keptTheme(): Theme {
  const kept = localStorage.getItem(PLACE);
  return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

export function applyKeptTheme(): void {
  apply(keptTheme());
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(PLACE, theme);
  apply(theme);
}

function apply(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
