const store = 'photos';

function open(): Promise<IDBDatabase> {
  const { promise, resolve, reject } = Promise.withResolvers<IDBDatabase>();
  const request = indexedDB.open('jixia-inspection', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(store);
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error ?? new Error('no photo store'));
  return promise;
}

async function run<Value>(mode: IDBTransactionMode, work: (photos: IDBObjectStore) => IDBRequest<Value>): Promise<Value | undefined> {
  try {
    const database = await open();
    const { promise, resolve } = Promise.withResolvers<Value | undefined>();
    const request = work(database.transaction(store, mode).objectStore(store));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(undefined);
    return await promise;
  } catch {
    // Private windows may have no store; the photo then lives as long as the page.
    return undefined;
  }
}

/** Keeps a photo on this device until it is uploaded. */
export const keepPhoto = (key: string, photo: File): Promise<unknown> => run('readwrite', (photos) => photos.put(photo, key));

export const keptPhoto = (key: string): Promise<File | undefined> => run<File | undefined>('readonly', (photos) => photos.get(key));

export const dropPhoto = (key: string): Promise<unknown> => run('readwrite', (photos) => photos.delete(key));
