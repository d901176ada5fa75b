import './style.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { currentLanguage, rememberLanguage } from './api/client.ts';
import { dutiesQuery, queryClient, sessionQuery, wasSignedIn } from './api/query.ts';
import { App } from './app.tsx';
import { paths } from './paths.ts';

const shownByThePage = () => undefined;

// The data of the first screen is asked for before React draws anything: one round trip less to the first rows.
rememberLanguage(currentLanguage());
queryClient.query(sessionQuery).catch(shownByThePage);
if (location.pathname === paths.queue && wasSignedIn()) queryClient.infiniteQuery(dutiesQuery).catch(shownByThePage);

// After a release the old page asks for parts that no longer exist.
window.addEventListener('vite:preloadError', (event) => {
  event.preventDefault();
  location.reload();
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
