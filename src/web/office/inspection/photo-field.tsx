import { useCallback, useEffect, useRef, useState } from 'react';
import { useFiles } from '../../ui/files.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { dropPhoto, keepPhoto, keptPhoto } from './photo-store.ts';
import { words } from './words.ts';

export type PhotoState = 'none' | 'waiting' | 'sending' | 'done';

type Props = {
  /** Names the photo on this device. */
  readonly storeKey: string;
  readonly label: string;
  readonly hash: string | undefined;
  readonly onHash: (hash: string | undefined) => void;
  readonly onWaiting: (isWaiting: boolean) => void;
};

/** Uploads a kept photo now, when the network is back, and whenever asked; the photo stays on the device until then. */
function useSending({ storeKey, hash, onHash, onWaiting }: Props) {
  const { upload } = useFiles();
  const [state, setState] = useState<PhotoState>(hash ? 'done' : 'none');
  const isBusy = useRef(false);
  const tell = useRef({ onHash, onWaiting });
  useEffect(() => {
    tell.current = { onHash, onWaiting };
  });
  const send = useCallback(async () => {
    const photo = isBusy.current ? undefined : await keptPhoto(storeKey);
    if (!photo) return;
    isBusy.current = true;
    setState('sending');
    tell.current.onWaiting(true);
    const sent = await upload(photo, () => undefined);
    isBusy.current = false;
    if (!sent.ok) return setState('waiting');
    await dropPhoto(storeKey);
    setState('done');
    tell.current.onHash(sent.hash);
    tell.current.onWaiting(false);
  }, [storeKey, upload]);
  const take = async (photo: File | undefined) => {
    if (!photo) return;
    tell.current.onHash(undefined);
    await keepPhoto(storeKey, photo);
    await send();
  };
  useEffect(() => {
    const now = () => void send();
    now();
    window.addEventListener('online', now);
    return () => window.removeEventListener('online', now);
  }, [send]);
  return { state, take, send };
}

/** A photo taken on the spot. */
export function PhotoField(props: Props) {
  const say = useSay();
  const { href } = useFiles();
  const camera = useRef<HTMLInputElement>(null);
  const { state, take, send } = useSending(props);
  const says = { none: null, waiting: words.photoWaiting, sending: words.photoSending, done: words.photoDone }[state];
  return (
    <div className="flex flex-wrap items-center gap-3">
      <input
        ref={camera}
        type="file"
        accept="image/jpeg,image/png"
        capture="environment"
        aria-label={props.label}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {props.hash && <img src={href(props.hash)} alt={props.label} className="size-20 rounded-md border border-line object-cover" />}
      <Button onClick={() => camera.current?.click()}>
        <Icon name="camera" />
        {say(props.hash || state === 'waiting' ? words.retake : words.photo)}
      </Button>
      {says && (
        <output className={`text-sm ${state === 'waiting' ? 'text-gold' : 'text-soft'}`}>
          {say(says)}{' '}
          {state === 'waiting' && (
            <button type="button" className="link min-h-6" onClick={() => void send()}>
              ↻
            </button>
          )}
        </output>
      )}
    </div>
  );
}
