/** The choice of light or dark colours. */
import { useState } from 'preact/hooks';
import { texts } from '../texts/texts.ts';
import { chooseTheme, keptTheme, type Theme } from './theme.ts';

export function ThemeChoice() {
  const [theme, setTheme] = useState<Theme>(keptTheme);
  const words = texts.shell.theme;
  return (
    <label class="header-theme">
      <span class="unseen">{words.label}</span>
      <select
        class="entry"
        value={theme}
        onChange={(event) => {
          const chosen = event.currentTarget.value as Theme;
          setTheme(chosen);
          chooseTheme(chosen);
        }}
      >
        <option value="auto">{words.auto}</option>
        <option value="light">{words.light}</option>
        <option value="dark">{words.dark}</option>
      </select>
    </label>
  );
}
