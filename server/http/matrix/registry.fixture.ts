// Everything the matrix was told, feature by feature. A new feature adds its file here: kinds it makes, samples of its routes.
import { accountKinds, accountSamples } from './accounts.fixture.ts';
import { administrationSamples } from './administration.fixture.ts';
import { awardKinds, awardSamples } from './awards.fixture.ts';
import { budgetSamples } from './budgets.fixture.ts';
import { clauseSamples } from './clauses.fixture.ts';
import { exchangeKinds, exchangeSamples } from './exchange.fixture.ts';
import { inspectionKinds, inspectionSamples } from './inspections.fixture.ts';
import type { KindFixture, RouteSample } from './kind.fixture.ts';
import { messageKinds, messageSamples } from './messages.fixture.ts';
import { planKinds, planSamples } from './plans.fixture.ts';
import { policySamples } from './policies.fixture.ts';
import { projectKinds, projectSamples } from './projects.fixture.ts';
import { registerKinds, registerSamples } from './register.fixture.ts';
import { remarkSamples } from './remarks.fixture.ts';
import { reportKinds, reportSamples } from './reports.fixture.ts';
import { siteKinds, siteSamples } from './sites.fixture.ts';
import { standingSamples } from './standings.fixture.ts';
import { supervisionKinds, supervisionSamples } from './supervision.fixture.ts';

export const kindFixtures: Readonly<Record<string, KindFixture>> = {
  ...planKinds,
  ...accountKinds,
  ...projectKinds,
  ...reportKinds,
  ...supervisionKinds,
  ...inspectionKinds,
  ...siteKinds,
  ...registerKinds,
  ...messageKinds,
  ...exchangeKinds,
  ...awardKinds,
};

export const routeSamples: Readonly<Record<string, RouteSample>> = {
  ...planSamples,
  ...accountSamples,
  ...administrationSamples,
  ...policySamples,
  ...budgetSamples,
  ...clauseSamples,
  ...awardSamples,
  ...projectSamples,
  ...reportSamples,
  ...standingSamples,
  ...supervisionSamples,
  ...inspectionSamples,
  ...remarkSamples,
  ...siteSamples,
  ...registerSamples,
  ...messageSamples,
  ...exchangeSamples,
};
