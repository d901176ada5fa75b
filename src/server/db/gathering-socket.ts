import { Socket } from 'node:net';

/**
 * A socket that sends what is said to it in one turn of the event loop in one piece. The driver holds the parts of a
 * statement together by cork and uncork; here the last uncork waits for the end of the turn. Statements said in one breath
 * then cost one call into the system and wake the database once.
 */
export class GatheringSocket extends Socket {
  #isHeld = false;

  override uncork(): void {
    if (this.writableCorked > 1) {
      super.uncork();
      return;
    }
    if (this.#isHeld) return;
    this.#isHeld = true;
    process.nextTick(() => {
      this.#isHeld = false;
      super.uncork();
    });
  }
}
