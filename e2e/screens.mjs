// Every screen that there is, with an address that shows it with data, and whose account opens it.

/** Behind sign-in: whoever works there, and the screens of that work. */
const signedIn = {
  ducha: [
    '/mine',
    '/supervision',
    '/notices',
    '/notices/new',
    '/inspections',
    '/inspections/new',
    '/inspections/plan',
  ].concat(['/inspections/inspectors', '/reports', '/sites/leads', '/sites/upkeep', '/standings']),
  fagai: [
    '/exchange',
    '/plan-year?plan=2024',
    '/clause-desk',
    '/register',
    '/register/imports',
    '/batches',
    '/ledger',
    '/nurture',
  ].concat(['/award-notices', '/policy-decisions', '/tasks?plan=2024&search=公园']),
  jianwei: ['/mine', '/figures', '/messages', '/me', '/claims', '/claims/questions'],
  guanli: ['/accounts', '/organisation', '/settings', '/channels', '/audit'],
};

export const screensBehindSignIn = () =>
  Object.entries(signedIn).map(([login, paths]) => ({
    login,
    screens: paths.map((path) => ({ name: path.slice(1).split('?')[0].replaceAll('/', '-'), path })),
  }));

export async function screensOf(server) {
  const ask = async (path) => (await fetch(server.address + path)).json();
  const { plans } = await ask('/api/plans');
  const largest = [...plans].sort((a, b) => b.commitments - a.commitments)[0];
  const plan = largest.id;
  const { rows } = await ask(`/api/commitments?plan=${plan}&kind=indicator&limit=50`);
  const { documents } = await ask('/api/documents');
  const document = [...documents].sort((a, b) => b.items - a.items)[0];
  const indicator = rows.find((row) => row.latest) ?? rows[0];
  return [
    { name: 'overview', path: `/?plan=${plan}` },
    { name: 'indicators', path: `/indicators?plan=${plan}` },
    { name: 'tasks', path: `/tasks?plan=${plan}` },
    { name: 'livelihood', path: `/livelihood?plan=${plan}` },
    { name: 'sheet-list', path: `/sheet/list?plan=${plan}&kind=task&status=achieved` },
    { name: 'sheet-place', path: `/sheet/place?plan=${plan}` },
    { name: 'sites', path: `/sites?plan=${plan}` },
    { name: 'projects', path: '/projects' },
    { name: 'documents', path: '/documents' },
    { name: 'review', path: `/documents/${document.id}` },
    { name: 'commitment', path: `/commitments/${indicator.id}` },
    { name: 'policies', path: '/policies?asOf=2024-06-30' },
    { name: 'monitoring', path: '/monitoring' },
    { name: 'monitoring-series', path: '/monitoring/RETAIL' },
    { name: 'five-year', path: '/five-year' },
    { name: 'budgets', path: '/budgets?at=2023' },
    { name: 'budget-book', path: '/budgets/2023/governmentFunds/ownLevel' },
    { name: 'debt', path: '/debt' },
    { name: 'won', path: '/won' },
    { name: 'money', path: `/money?plan=${plan}` },
    { name: 'money-announced', path: `/money?plan=${plan}&view=announced` },
    { name: 'sign-in', path: '/sign-in' },
    { name: 'nowhere', path: '/nowhere' },
  ];
}
