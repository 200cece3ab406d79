/**
 * Brings the machine's own packages that are missing, while npm brings its own: apt-get waits for the network and the disk
 * most of its time. Where it fails, whoever needs the program says so.
 */
import { bringChromium, bringProxies } from './chromium.mjs';
import { bringRedis } from './redis.mjs';

if (!process.env.CHROMIUM_PATH) bringChromium();
bringRedis();
bringProxies();
