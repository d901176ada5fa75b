import type { Result } from '#contract/client.ts';
import { type Draft, readDraft } from './sheet.ts';

export type DraftState = { readonly draft: Draft; readonly savedAt: string | null; readonly saving: 'quiet' | 'saving' | 'failed' };

export type DraftSetting = {
  readonly id: string;
  readonly stored: { readonly draft: Draft; readonly savedAt: string | null };
  readonly send: (draft: Draft) => Promise<Result<{ readonly savedAt: string }>>;
};

const delayMs = 900;
const retryMs = 4000;
const keyOf = (id: string) => `jixia-score/${id}`;

function keepOnDevice(id: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(keyOf(id), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(id));
  } catch {
    // Storage may be full or forbidden; the server still gets the draft.
  }
}

function keptOnDevice(id: string): Draft | null {
  try {
    const text = localStorage.getItem(keyOf(id));
    return text === null ? null : readDraft(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The sheet in work: kept on the device at every touch, sent a moment later, sent again until it arrives. */
export class DraftSaver {
  readonly #setting: DraftSetting;
  readonly #listeners = new Set<() => void>();
  #state: DraftState;
  #sent: Draft;
  #isBusy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(setting: DraftSetting) {
    this.#setting = setting;
    this.#sent = setting.stored.draft;
    this.#state = { draft: keptOnDevice(setting.id) ?? setting.stored.draft, savedAt: setting.stored.savedAt, saving: 'quiet' };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): DraftState => this.#state;

  readonly change = (draft: Draft): void => {
    keepOnDevice(this.#setting.id, draft);
    this.#show({ draft });
    this.#schedule(delayMs);
  };

  readonly save = async (): Promise<void> => {
    clearTimeout(this.#timer);
    while (!this.#isBusy && this.#sent !== this.#state.draft) if (!(await this.#sendOnce())) return;
  };

  /** The sheet is sealed: nothing more is sent or kept. */
  readonly forget = (): void => {
    clearTimeout(this.#timer);
    this.#sent = this.#state.draft;
    keepOnDevice(this.#setting.id, null);
  };

  #show(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), ms);
  }

  async #sendOnce(): Promise<boolean> {
    const { draft } = this.#state;
    this.#isBusy = true;
    this.#show({ saving: 'saving' });
    const result = await this.#setting.send(draft);
    this.#isBusy = false;
    if (!result.ok) {
      this.#show({ saving: 'failed' });
      if (result.problem.status === 0 || result.problem.status >= 500) this.#schedule(retryMs);
      return false;
    }
    this.#sent = draft;
    if (this.#state.draft === draft) keepOnDevice(this.#setting.id, null);
    this.#show({ saving: 'quiet', savedAt: result.data.savedAt });
    return true;
  }
}
