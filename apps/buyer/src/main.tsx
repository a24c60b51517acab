import './styles.css';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { warmUp } from './lib/warm-up.ts';

const root = document.getElementById('root');
// As a transition, React gives the thread back every few milliseconds.
if (root) startTransition(() => createRoot(root).render(<App />));
warmUp();
