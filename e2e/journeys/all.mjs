// Two lanes of journeys that run beside each other, each on a server of its own: reading first, then what changes.

import { account } from './account.mjs';
import { awards } from './awards.mjs';
import { budgets } from './budgets.mjs';
import { amend, known, merge, series } from './change.mjs';
import { clause } from './clause.mjs';
import { access, inside } from './everywhere.mjs';
import { inspections } from './inspections.mjs';
import { english, find } from './language.mjs';
import { livelihood } from './livelihood.mjs';
import { messages } from './messages.mjs';
import { monitoring } from './monitoring.mjs';
import { month } from './month.mjs';
import { overview, source } from './overview.mjs';
import { policies } from './policies.mjs';
import { projects } from './projects.mjs';
import { register } from './register.mjs';
import { reporting } from './reporting.mjs';
import { signIn } from './sign-in.mjs';
import { sites } from './sites.mjs';
import { standings } from './standings.mjs';
import { supermarket } from './supermarket.mjs';
import { supervision } from './supervision.mjs';
import { tasks } from './tasks.mjs';
import { badFile, large, review, trouble } from './upload.mjs';

export const lanes = [
  [
    overview,
    source,
    tasks,
    livelihood,
    find,
    english,
    access,
    inside,
    signIn,
    series,
    known,
    amend,
    merge,
    badFile,
    review,
    large,
    trouble,
    reporting,
    standings,
    sites,
    budgets,
  ],
  [
    policies,
    supermarket,
    awards,
    clause,
    register,
    supervision,
    inspections,
    account,
    projects,
    messages,
    monitoring,
    month,
  ],
];
