/** One agency visited; `key` tells visits apart on this device and is not sent. */
export type Visit = {
  readonly key: string;
  readonly agency: string;
  readonly isOperating?: boolean;
  readonly personsMet: string;
  readonly photo?: string;
};

/** The record while it is written on the spot. */
export type Draft = {
  readonly date: string;
  readonly team: readonly string[];
  readonly isBoundarySeen?: boolean;
  readonly visits: readonly Visit[];
  readonly enterprisesAsked: number;
  readonly documentsSeen: string;
  readonly deviations: string;
  readonly result?: string;
  readonly signedByTeam: string;
  readonly signedBySite: string;
};

export const emptyDraft = (today: string, me: string): Draft => ({
  date: today,
  team: [me, ''],
  visits: [],
  enterprisesAsked: 0,
  documentsSeen: '',
  deviations: '',
  signedByTeam: '',
  signedBySite: '',
});

/** The record as the event wants it: without device keys and empty names. */
export const recordOf = ({ team, visits, ...rest }: Draft) => ({
  ...rest,
  team: team.map((name) => name.trim()).filter((name) => name !== ''),
  visits: visits.map(({ key: _key, ...visit }) => visit),
});

const keyOf = (id: string) => `jixia-inspection/${id}`;

/** Reads what this device kept of an inspection. */
export function keptDraft(id: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null');
    return typeof kept === 'object' && kept !== null && 'visits' in kept ? (kept as Draft) : null;
  } catch {
    return null;
  }
}

/** Keeps the inspection on this device, or clears it once the server has it. */
export function keepDraft(id: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(keyOf(id), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(id));
  } catch {
    // Storage may be full or forbidden; the page itself still holds the record.
  }
}
