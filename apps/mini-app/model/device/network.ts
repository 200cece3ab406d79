/** What the screens say about the network. Weak means: online, but the last answers were slow or did not come. */
import { effect, signal } from '../signals.ts';

export type Network = 'good' | 'weak' | 'none';
export const network = signal<Network>(navigator.onLine === false ? 'none' : 'good');

export function heard(ms: number): void {
  network.value = ms > 8000 ? 'weak' : 'good';
}
export function heardNothing(): void {
  network.value = navigator.onLine === false ? 'none' : 'weak';
}
export function watchNetwork(onBack: () => void): void {
  addEventListener('offline', () => {
    network.value = 'none';
  });
  addEventListener('online', () => {
    network.value = 'good';
  });
  let before = network.value;
  effect(() => {
    if (network.value === 'good' && before !== 'good') onBack();
    before = network.value;
  });
}
