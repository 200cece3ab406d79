/** What runs by the clock, run at once: tests switch the timers off. */
import 'reflect-metadata';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { TestApp } from './app.ts';

const isTick = (method: unknown): boolean =>
  typeof method === 'function' && Reflect.getMetadataKeys(method).some((key) => String(key) === 'Symbol(tick)');

/** Every @Tick of the application once, whatever turn it is; gives how many there were. */
export async function runTicks(app: TestApp): Promise<number> {
  const scanner = new MetadataScanner();
  let ran = 0;
  for (const { instance } of app.get(DiscoveryService).getProviders()) {
    if (!instance || typeof instance !== 'object') continue;
    const methods = instance as Record<string, unknown>;
    for (const name of scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
      if (!isTick(methods[name])) continue;
      await (methods[name] as () => Promise<unknown>).call(instance);
      ran += 1;
    }
  }
  return ran;
}
