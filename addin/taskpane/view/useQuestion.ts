import { useEffect, useRef, useState, type RefObject } from 'react';

/**
 * Where a question takes the place of the buttons that ask, `asked` says which of them, from 0; null when nothing is asked. Given up, the
 * focus that went with the question is on its button again. The answer is for what holds those buttons and no other.
 */
export function useFocusBack(asked: number | null): RefObject<HTMLSpanElement | null> {
  const place = useRef<HTMLSpanElement>(null);
  const last = useRef<number | null>(null);
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (asked === null && last.current !== null && isLost)
      place.current?.querySelectorAll('button')[last.current]?.focus();
    last.current = asked;
  }, [asked]);
  return place;
}

interface Question {
  readonly asking: boolean;
  readonly ask: () => void;
  readonly giveUp: () => void;
  /** Of what holds the button that asks. */
  readonly place: RefObject<HTMLSpanElement | null>;
}

/** A question that takes the place of its one button. */
export function useQuestion(): Question {
  const [asking, setAsking] = useState(false);
  const place = useFocusBack(asking ? 0 : null);
  return { asking, ask: () => setAsking(true), giveUp: () => setAsking(false), place };
}
