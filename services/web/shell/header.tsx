/** Name, the four doors, search and colours: the same on every view. */
import { Link, useLocation } from 'wouter-preact';
import { SearchBox } from '../search/search-box.tsx';
import { texts } from '../texts/texts.ts';
import { ThemeChoice } from './theme-choice.tsx';

const DOORS = [
  ['/region', texts.shell.doors.region],
  ['/university', texts.shell.doors.university],
  ['/employer', texts.shell.doors.employer],
  ['/learner', texts.shell.doors.learner],
] as const;

export function Header() {
  const [path] = useLocation();
  return (
    <header class="header">
      <div class="header-inner">
        <Link href="/" class="brand">
          <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="6" fill="var(--accent)" />
            <path d="M6 7h20v4H6zM6 14h13v4H6zM6 21h7v4H6z" fill="var(--accent-ink)" />
          </svg>
          {texts.shell.name}
        </Link>
        <nav class="nav" aria-label={texts.shell.nav}>
          <ul>
            {DOORS.map(([address, name]) => (
              <li key={address}>
                <Link href={address} aria-current={path === address ? 'page' : undefined}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div class="header-search" role="search">
          <SearchBox />
        </div>
        <ThemeChoice />
      </div>
    </header>
  );
}
