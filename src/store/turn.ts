/** Lets one caller at a time through, in the order they came. */
export interface Turn {
  /** Resolves when it is the caller's turn; call the result once to let the next one through. */
  take(): Promise<() => void>;
}

/** A queue for one resource of this thread, such as the single session of an embedded database. */
export function createTurn(): Turn {
  let last = Promise.resolve();
  return {
    async take() {
      const before = last;
      let leave: () => void = () => undefined;
      last = new Promise((resolve) => {
        leave = resolve;
      });
      await before;
      return leave;
    },
  };
}
