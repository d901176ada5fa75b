import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../../api/client.ts';
import { type Draft, readDraft } from './sheet.ts';

type Saving = 'quiet' | 'saving' | 'failed';

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

type Kept = { readonly draft: Draft; readonly savedAt: string | null };

/** The sheet in work: kept on the device at every touch, sent a moment later, sent again until it arrives. */
export function useDraft(id: string, stored: Kept) {
  const [draft, setDraft] = useState(() => keptOnDevice(id) ?? stored.draft);
  const [savedAt, setSavedAt] = useState(stored.savedAt);
  const [saving, setSaving] = useState<Saving>('quiet');
  const latest = useRef(draft);
  const sent = useRef(stored.draft);
  const isBusy = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    if (isBusy.current || sent.current === latest.current) return;
    isBusy.current = true;
    setSaving('saving');
    const sending = latest.current;
    const result = await api.call('saveScoreDraft', { params: { id }, body: { sheet: sending } });
    isBusy.current = false;
    if (!result.ok) {
      setSaving('failed');
      if (result.problem.status === 0 || result.problem.status >= 500) timer.current = setTimeout(() => void save(), retryMs);
      return;
    }
    sent.current = sending;
    setSavedAt(result.data.savedAt);
    setSaving('quiet');
    if (latest.current !== sending) return save();
    keepOnDevice(id, null);
  }, [id]);
  const change = useCallback(
    (next: Draft) => {
      latest.current = next;
      setDraft(next);
      keepOnDevice(id, next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), delayMs);
    },
    [id, save],
  );
  useEffect(() => {
    const now = () => void save();
    window.addEventListener('online', now);
    if (latest.current !== sent.current) now();
    return () => {
      window.removeEventListener('online', now);
      now();
    };
  }, [save]);
  const forget = useCallback(() => {
    clearTimeout(timer.current);
    sent.current = latest.current;
    keepOnDevice(id, null);
  }, [id]);
  return { draft, change, save, savedAt, saving, forget };
}
