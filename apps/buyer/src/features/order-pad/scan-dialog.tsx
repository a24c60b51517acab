import { Dialog, Notice } from '@tradeline/ui';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../lib/words.ts';

/** What the browsers that have it offer; the types of the platform do not know it yet. */
type Detector = { detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]> };
type DetectorMaker = new (wish: { formats: string[] }) => Detector;

const FORMATS = ['ean_13', 'ean_8', 'upc_a', 'upc_e', 'itf', 'code_128', 'code_39', 'qr_code'];
const EVERY = 250;

const stop = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};

type State = 'starting' | 'looking' | 'not-here' | 'no-camera';

/** The camera reads one code after the other; the same code counts again only when another was seen between. */
const ScanDialog = ({ onClose, onCode }: { onClose: () => void; onCode: (code: string) => void }) => {
  const { t } = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onCode);
  const [seen, setSeen] = useState<string[]>([]);
  const [state, setState] = useState<State>('BarcodeDetector' in globalThis ? 'starting' : 'not-here');
  useEffect(() => {
    told.current = onCode;
  });
  useEffect(() => {
    const Maker = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;
    if (!Maker) return;
    let stopped = false;
    let stream: MediaStream | undefined;
    let last = '';
    const detector = new Maker({ formats: FORMATS });
    const look = async () => {
      while (!stopped) {
        const codes = video.current && video.current.readyState >= 2 ? await detector.detect(video.current) : [];
        const code = codes[0]?.rawValue.trim();
        if (code && code !== last) {
          last = code;
          setSeen((before) => [code, ...before].slice(0, 20));
          told.current(code);
        }
        await new Promise((done) => setTimeout(done, EVERY));
      }
    };
    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: 'environment' } })
      .then(async (opened) => {
        if (stopped) return stop(opened);
        stream = opened;
        if (!video.current) return;
        video.current.srcObject = opened;
        await video.current.play();
        setState('looking');
        await look();
      })
      .catch(() => setState('no-camera'));
    return () => {
      stopped = true;
      if (stream) stop(stream);
    };
  }, []);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t.pad_scan_title()} description={t.pad_scan_hint()}>
      {state === 'not-here' && <Notice tone="warning">{t.pad_scan_not_here()}</Notice>}
      {state === 'no-camera' && <Notice tone="warning">{t.pad_scan_no_camera()}</Notice>}
      {(state === 'starting' || state === 'looking') && (
        <video
          ref={video}
          muted
          playsInline
          aria-label={t.pad_scan_title()}
          className="aspect-video w-full rounded-md bg-black object-cover"
        />
      )}
      <ul aria-live="polite" className="tabular mt-3 flex flex-col gap-1 text-sm">
        {seen.map((code, at) => (
          <li key={`${code}-${seen.length - at}`}>{code}</li>
        ))}
      </ul>
    </Dialog>
  );
};

export default ScanDialog;
