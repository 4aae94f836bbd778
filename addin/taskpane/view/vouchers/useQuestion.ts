import { useEffect, useRef, useState, type RefObject } from 'react';

interface Question {
  readonly asking: boolean;
  readonly ask: () => void;
  readonly giveUp: () => void;
  /** Of what holds the button that asks. */
  readonly place: RefObject<HTMLSpanElement | null>;
}

/** A question that takes the place of its button. Given up, the focus is on the button again. */
export function useQuestion(): Question {
  const place = useRef<HTMLSpanElement>(null);
  const wasAsked = useRef(false);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (wasAsked.current && !asking) place.current?.querySelector('button')?.focus();
    wasAsked.current = asking;
  }, [asking]);
  return { asking, ask: () => setAsking(true), giveUp: () => setAsking(false), place };
}
