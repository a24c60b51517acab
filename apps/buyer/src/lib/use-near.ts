import { type RefObject, useEffect, useState } from 'react';

/** Whether an element has come within a screen of what is seen; it stays so. True where that cannot be asked. */
export const useNear = (target: RefObject<Element | null>): boolean => {
  const [near, setNear] = useState(typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    const element = target.current;
    if (near || !element) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: '100% 0px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [near, target]);
  return near;
};
