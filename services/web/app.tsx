/** The frame and the way from an address to a view. Each view is loaded when it is first opened. */
import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Route, Switch, useLocation } from 'wouter-preact';
import { Header } from './shell/header.tsx';
import { MissingPage } from './shell/missing-page.tsx';
import { laterView } from './shell/later-view.tsx';
import { StartView } from './start/start-view.tsx';
import { texts } from './texts/texts.ts';

const VIEWS: readonly (readonly [path: string, view: ComponentType])[] = [
  ['/', StartView],
  ['/region', laterView(async () => (await import('./region/region-view.tsx')).RegionView)],
  ['/learner', laterView(async () => (await import('./learner/learner-view.tsx')).LearnerView)],
  ['/credentials', laterView(async () => (await import('./credentials/credentials-view.tsx')).CredentialsView)],
  ['/credential', laterView(async () => (await import('./credential/credential-view.tsx')).CredentialView)],
  ['/university', laterView(async () => (await import('./university/university-view.tsx')).UniversityView)],
  ['/employer', laterView(async () => (await import('./employer/employer-view.tsx')).EmployerView)],
  ['/map', laterView(async () => (await import('./map/map-view.tsx')).MapView)],
  ['/skill', laterView(async () => (await import('./skill/skill-view.tsx')).SkillView)],
  ['/posting', laterView(async () => (await import('./posting/posting-view.tsx')).PostingView)],
  ['/search', laterView(async () => (await import('./search/search-view.tsx')).SearchView)],
];

export function App() {
  return (
    <>
      <a class="skip" href="#answer">
        {texts.shell.skip}
      </a>
      <Header />
      <Main />
      <footer class="footer">
        <div class="footer-inner">
          <span>{texts.shell.footer.intervals}</span>
          <a href="/docs">{texts.shell.footer.api}</a>
          <span>{texts.shell.footer.esco}</span>
        </div>
      </footer>
    </>
  );
}

function Main() {
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    // After a change of view the keyboard and the screen reader start at its top, as after loading a page.
    if (!isFirst.current) {
      main.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    isFirst.current = false;
  }, [path]);
  return (
    <main class="main" id="answer" ref={main} tabIndex={-1}>
      <Switch>
        {VIEWS.map(([address, View]) => (
          <Route key={address} path={address}>
            <View />
          </Route>
        ))}
        <Route component={MissingPage} />
      </Switch>
    </main>
  );
}
