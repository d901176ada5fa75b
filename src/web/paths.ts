/** Addresses of the pages. */
export const paths = {
  queue: '/app',
  login: '/app/login',
  cases: (process: string) => `/app/cases/${process}`,
  case: (process: string, id: string) => `/app/cases/${process}/${id}`,
  edit: (id: string) => `/app/applications/${id}/edit`,
  score: (id: string) => `/app/applications/${id}/score`,
  inspect: (id: string) => `/app/applications/${id}/inspect`,
  ranking: (id: string) => `/app/calls/${id}/ranking`,
  support: '/app/support',
  account: '/app/account',
  messages: '/app/messages',
  admin: '/app/admin',
  audit: '/app/audit',
  zones: '/app/zones',
  verify: (code: string) => `/verify/${code}`,
};
