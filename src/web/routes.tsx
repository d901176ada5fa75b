import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { inCase, inZone } from './api/case-files.tsx';
import { QueuePage } from './queue/queue-page.tsx';
import { NotFound } from './shell/not-found.tsx';
import { Shell } from './shell/shell.tsx';
import { Skeleton } from './ui/skeleton.tsx';
import { paths } from './paths.ts';

const LoginPage = lazy(() => import('./session/login-page.tsx').then(({ LoginPage: component }) => ({ default: component })));
const ListPage = lazy(() => import('./case/list-page.tsx').then(({ ListPage: component }) => ({ default: component })));
const CasePage = inCase(lazy(() => import('./case/case-page.tsx').then(({ CasePage: component }) => ({ default: component }))));
const AccountPage = lazy(() => import('./office/account/account-page.tsx').then(({ AccountPage: component }) => ({ default: component })));
const MessagesPage = lazy(() => import('./office/messages-page.tsx').then(({ MessagesPage: component }) => ({ default: component })));
const AdminPage = lazy(() => import('./office/admin/admin-page.tsx').then(({ AdminPage: component }) => ({ default: component })));
const ZonesPage = lazy(() => import('./office/zones-page.tsx').then(({ ZonesPage: component }) => ({ default: component })));
const ZonePage = inZone(lazy(() => import('./office/zone/zone-page.tsx').then(({ Page }) => ({ default: Page }))));
const ScorecardsPage = lazy(() => import('./office/scorecards/scorecards-page.tsx').then(({ Page }) => ({ default: Page })));
const PrioritiesPage = lazy(() => import('./office/recommendations/priorities-page.tsx').then(({ Page }) => ({ default: Page })));
const BonusPage = lazy(() => import('./office/districts/bonus-page.tsx').then(({ Page }) => ({ default: Page })));
const WorkloadPage = lazy(() => import('./office/districts/workload-page.tsx').then(({ Page }) => ({ default: Page })));
const AuditPage = lazy(() => import('./office/audit/audit-page.tsx').then(({ AuditPage: component }) => ({ default: component })));
const EditorPage = inCase(lazy(() => import('./office/edit-page.tsx').then(({ Page }) => ({ default: Page }))));
const ScorePage = inCase(lazy(() => import('./office/scoring/score-page.tsx').then(({ Page }) => ({ default: Page }))));
const InspectPage = inCase(lazy(() => import('./office/inspection/inspect-page.tsx').then(({ Page }) => ({ default: Page }))));
const RankingPage = lazy(() => import('./office/selection/ranking-page.tsx').then(({ Page }) => ({ default: Page })));
const SupportPage = lazy(() => import('./office/support/support-page.tsx').then(({ Page }) => ({ default: Page })));
const FactsPage = lazy(() => import('./office/facts/facts-page.tsx').then(({ Page }) => ({ default: Page })));
const AddFactPage = lazy(() => import('./office/facts/add-page.tsx').then(({ Page }) => ({ default: Page })));
const FactPage = lazy(() => import('./office/facts/fact-page.tsx').then(({ Page }) => ({ default: Page })));
const CorrectFactPage = lazy(() => import('./office/facts/correct-page.tsx').then(({ Page }) => ({ default: Page })));
const ConfirmationsPage = lazy(() => import('./office/confirmations/confirmations-page.tsx').then(({ Page }) => ({ default: Page })));
const ReadingsPage = lazy(() => import('./office/readings/readings-page.tsx').then(({ Page }) => ({ default: Page })));
const RunsPage = lazy(() => import('./office/runs/runs-page.tsx').then(({ Page }) => ({ default: Page })));
const BudgetPage = lazy(() => import('./office/budget/budget-page.tsx').then(({ Page }) => ({ default: Page })));
const VouchersPage = lazy(() => import('./office/vouchers/vouchers-page.tsx').then(({ Page }) => ({ default: Page })));
const PayeesPage = lazy(() => import('./office/payees/payees-page.tsx').then(({ Page }) => ({ default: Page })));
const PaymentsPage = lazy(() => import('./office/payments/payments-page.tsx').then(({ Page }) => ({ default: Page })));
const DecisionsPage = lazy(() => import('./office/decisions/decisions-page.tsx').then(({ Page }) => ({ default: Page })));
const RecognitionsPage = lazy(() => import('./office/recognitions/recognitions-page.tsx').then(({ Page }) => ({ default: Page })));

function OfficePages() {
  return (
    <Suspense fallback={<Skeleton lines={8} />}>
      <Switch>
        <Route path={paths.queue} component={QueuePage} />
        <Route path={paths.cases(':process')} component={ListPage} />
        <Route path={paths.case(':process', ':id')} component={CasePage} />
        <Route path={paths.edit(':process', ':id')} component={EditorPage} />
        <Route path={paths.score(':id')} component={ScorePage} />
        <Route path={paths.inspect(':id')} component={InspectPage} />
        <Route path={paths.ranking(':id')} component={RankingPage} />
        <Route path={paths.support} component={SupportPage} />
        <Route path={paths.facts} component={FactsPage} />
        <Route path={paths.addFact} component={AddFactPage} />
        <Route path={paths.fact(':id')} component={FactPage} />
        <Route path={paths.correctFact(':id')} component={CorrectFactPage} />
        <Route path={paths.confirmations} component={ConfirmationsPage} />
        <Route path={paths.account} component={AccountPage} />
        <Route path={paths.messages} component={MessagesPage} />
        <Route path={paths.admin} component={AdminPage} />
        <Route path={paths.audit} component={AuditPage} />
        <Route path={paths.zones} component={ZonesPage} />
        <Route path={paths.recognitions} component={RecognitionsPage} />
        <Route path={paths.zone(':id')} component={ZonePage} />
        <Route path={paths.scorecards} component={ScorecardsPage} />
        <Route path={paths.recommendations} component={PrioritiesPage} />
        <Route path={paths.bonus} component={BonusPage} />
        <Route path={paths.workload} component={WorkloadPage} />
        <Route path={paths.readings} component={ReadingsPage} />
        <Route path={paths.runs} component={RunsPage} />
        <Route path={paths.budget} component={BudgetPage} />
        <Route path={paths.vouchers} component={VouchersPage} />
        <Route path={paths.payees} component={PayeesPage} />
        <Route path={paths.payments} component={PaymentsPage} />
        <Route path={paths.decisions} component={DecisionsPage} />
        <Route component={NotFound} />
      </Switch>
    </Suspense>
  );
}

/** Every page; all but the queue load when they are opened. */
export function Pages() {
  return (
    <Switch>
      <Route path={paths.login}>
        <Suspense fallback={null}>
          <LoginPage />
        </Suspense>
      </Route>
      <Route path="/">
        <Redirect to={paths.queue} />
      </Route>
      <Route>
        <Shell>
          <OfficePages />
        </Shell>
      </Route>
    </Switch>
  );
}
