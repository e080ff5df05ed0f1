/** The question of the view as the title of the tab. */
import { useEffect } from 'preact/hooks';
import { texts } from '../texts/texts.ts';

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? texts.shell.name : `${title} · ${texts.shell.name}`;
  }, [title]);
}
