import { isOutcomeUnknown, newKey, type Result } from '#contract/client.ts';
import type { Moved } from '#contract/cases.ts';
import type { Problem } from '#contract/problems.ts';
import { type Changes, type Conflict, fieldValue, type Form, isSame, merge, sendableValue, withChanges } from './draft.ts';
import type { DraftStore, Kept } from './draft-store.ts';

/** The form as the server has it at a version. */
export type Saved = { readonly version: number; readonly form: Form };

/** `retrying`: the network failed and the same request goes again by itself. `refused`: the server said no. */
export type SaverStatus = 'quiet' | 'waiting' | 'saving' | 'retrying' | 'refused' | 'conflict';

export type SaverState = {
  readonly status: SaverStatus;
  /** What the screen shows: the saved form with everything unsaved written over it. */
  readonly form: Form;
  readonly version: number;
  /** Paths the server has not confirmed yet. */
  readonly unsaved: readonly string[];
  readonly savedAt: string | null;
  readonly problem: Problem | null;
  readonly conflicts: readonly Conflict[];
};

export type SaverSetting = {
  readonly saved: Saved;
  readonly savedAt: string | null;
  readonly send: (changes: Changes, at: { readonly version: number; readonly key: string }) => Promise<Result<Moved>>;
  readonly fetchSaved: () => Promise<Saved | null>;
  readonly store: DraftStore;
};

type Sending = { readonly key: string; readonly changes: Changes; readonly version: number };

const delayMs = 900;
const retryMs = [1500, 3000, 6000, 12_000, 25_000];
/** The API takes this many fields at once. */
const most = 60;

/**
 * Saves a form field by field. One request at a time, each naming the version the last one answered; a request whose outcome
 * is unknown is repeated with its own key, so nothing is written twice; unsaved changes lie on the device until confirmed.
 */
export class Saver {
  readonly #setting: SaverSetting;
  readonly #listeners = new Set<() => void>();
  #saved: Saved;
  #pending: Changes = {};
  #sending: Sending | null = null;
  #isBusy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #isStopped = false;
  #state: SaverState;

  constructor(setting: SaverSetting) {
    this.#setting = setting;
    this.#saved = setting.saved;
    this.#state = {
      status: 'quiet',
      form: setting.saved.form,
      version: setting.saved.version,
      unsaved: [],
      savedAt: setting.savedAt,
      problem: null,
      conflicts: [],
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): SaverState => this.#state;

  /** Takes over what an earlier visit could not save. Returns the paths that were brought back. */
  recover({ changes, base }: Kept): readonly string[] {
    const { keep, conflicts } = merge(changes, withChanges({}, base), this.#saved.form);
    this.#pending = { ...keep, ...this.#pending };
    this.#show({ conflicts: [...this.#state.conflicts, ...conflicts], ...(conflicts.length > 0 ? { status: 'conflict' } : {}) });
    if (conflicts.length === 0) this.#schedule(0);
    return [...Object.keys(keep), ...conflicts.map(({ path }) => path)];
  }

  /** A field was changed: it is kept on the device at once and sent a moment later. */
  edit(path: string, value: unknown): void {
    this.#pending = { ...this.#pending, [path]: sendableValue(value) };
    const isSending = this.#sending !== null && path in this.#sending.changes;
    if (!isSending && isSame(this.#pending[path], fieldValue(this.#saved.form, path))) {
      this.#pending = Object.fromEntries(Object.entries(this.#pending).filter(([other]) => other !== path));
    }
    const isHeld = this.#state.status === 'conflict' || this.#state.status === 'retrying';
    this.#show(isHeld ? {} : { status: this.#isBusy ? 'saving' : 'waiting', problem: null });
    if (!isHeld) this.#schedule(delayMs);
  }

  /** Sends what waits now: a field was left, or the network is back. Resolves to whether everything is saved. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (!this.#isBusy && this.#state.status !== 'conflict' && this.#hasWork()) {
      if (!(await this.#sendOnce())) break;
    }
    if (!this.#isBusy && !this.#hasWork() && this.#state.status !== 'conflict') this.#show({ status: 'quiet', problem: null });
    return !this.#hasWork() && this.#state.conflicts.length === 0;
  }

  /** Decides the conflicts: true keeps mine. */
  resolve(keepsMine: Readonly<Record<string, boolean>>): void {
    const mine = this.#state.conflicts.filter(({ path }) => keepsMine[path] === true);
    this.#pending = { ...Object.fromEntries(mine.map(({ path, mine: value }) => [path, value])), ...this.#pending };
    this.#show({ conflicts: [], status: 'waiting', problem: null });
    void this.flush();
  }

  /** The page read a newer version and nothing is unsaved here: show it. */
  adopt(saved: Saved): void {
    if (saved.version <= this.#saved.version || this.#hasWork() || this.#isBusy || this.#state.conflicts.length > 0) return;
    this.#saved = saved;
    this.#show({});
  }

  /** No more requests; what is unsaved stays on the device. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  start(): void {
    this.#isStopped = false;
    if (this.#hasWork()) this.#schedule(0);
  }

  #hasWork(): boolean {
    return this.#sending !== null || Object.keys(this.#pending).length > 0;
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#isStopped) this.#timer = setTimeout(() => void this.flush(), ms);
  }

  #show(change: Partial<SaverState>): void {
    const unsaved = { ...this.#sending?.changes, ...this.#pending };
    const conflicts = change.conflicts ?? this.#state.conflicts;
    const mine = Object.fromEntries(conflicts.map(({ path, mine: value }) => [path, value]));
    this.#state = {
      ...this.#state,
      ...change,
      form: withChanges(this.#saved.form, { ...mine, ...unsaved }),
      version: this.#saved.version,
      unsaved: Object.keys({ ...mine, ...unsaved }),
    };
    this.#keep({ ...mine, ...unsaved });
    for (const listener of this.#listeners) listener();
  }

  #keep(changes: Changes): void {
    const paths = Object.keys(changes);
    if (paths.length === 0) return this.#setting.store.clear();
    this.#setting.store.write({ changes, base: Object.fromEntries(paths.map((path) => [path, fieldValue(this.#saved.form, path)])) });
  }

  /** One request and its answer. Returns whether to go on. */
  async #sendOnce(): Promise<boolean> {
    this.#sending ??= this.#next();
    this.#isBusy = true;
    this.#show({ status: this.#state.status === 'retrying' ? 'retrying' : 'saving' });
    const { changes, version, key } = this.#sending;
    const result = await this.#setting.send(changes, { version, key });
    this.#isBusy = false;
    if (result.ok) return this.#confirmed(result.data);
    if (isOutcomeUnknown(result.problem)) return this.#failed(result.problem);
    this.#pending = { ...changes, ...this.#pending };
    this.#sending = null;
    if (result.problem.status === 412) return this.#reconcile(result.problem);
    this.#show({ status: 'refused', problem: result.problem });
    return false;
  }

  #next(): Sending {
    const entries = Object.entries(this.#pending);
    this.#pending = Object.fromEntries(entries.slice(most));
    return { key: newKey(), changes: Object.fromEntries(entries.slice(0, most)), version: this.#saved.version };
  }

  #confirmed({ version, at }: Moved): boolean {
    this.#saved = { version, form: withChanges(this.#saved.form, this.#sending?.changes ?? {}) };
    this.#sending = null;
    this.#failures = 0;
    this.#show({ savedAt: at, problem: null, status: this.#hasWork() ? 'saving' : 'quiet' });
    return true;
  }

  #failed(problem: Problem): boolean {
    this.#show({ status: 'retrying', problem });
    this.#schedule(retryMs[Math.min(this.#failures, retryMs.length - 1)] ?? 25_000);
    this.#failures += 1;
    return false;
  }

  /** Somebody saved in between: take what they wrote, keep what only I changed, ask about the rest. */
  async #reconcile(problem: Problem): Promise<boolean> {
    this.#isBusy = true;
    const fresh = await this.#setting.fetchSaved();
    this.#isBusy = false;
    if (!fresh) return this.#failed(problem);
    const { keep, conflicts } = merge(this.#pending, this.#saved.form, fresh.form);
    this.#saved = fresh;
    this.#pending = keep;
    this.#show({ conflicts, status: conflicts.length > 0 ? 'conflict' : 'saving', problem: null });
    return conflicts.length === 0;
  }
}
