/** The service worker's text: small enough to be written out by hand, and run by worker.spec.ts. */

/** Nearly all files are scripts in one folder: their bare names are the smaller list. */
export const SCRIPT = /^assets\/(.+)-[\w-]{8}\.js$/;

function listOf(files: string[]): string {
  const scripts = files.filter((file) => SCRIPT.test(file)).map((file) => file.slice('assets/'.length, -'.js'.length));
  const others = files.filter((file) => !SCRIPT.test(file));
  return `S(${JSON.stringify(scripts.join(' '))})${others.length > 0 ? `.concat(${JSON.stringify(others)})` : ''}`;
}

/**
 * @param files what every phone keeps from the start; './' is the page
 * @param onDemand what a phone keeps from the first time that its page has fetched it, through all later versions
 *
 * A network that answers in the server's place (a sign-in page, say) gets nothing into the cache: a script is never HTML,
 * and the page names its own first script.
 */
export const workerSource = (
  cache: string,
  files: string[],
  onDemand: string[],
): string => `const C=${JSON.stringify(cache)},S=t=>t.split(' ').map(n=>'assets/'+n+'.js'),F=${listOf(files)},D=${listOf(onDemand)};
const stem=n=>n.replace(/.*\\/|-[\\w-]{8}\\.js$/g,''),mine=async()=>(await caches.keys()).filter(n=>n.startsWith('to-so-')),
ours=a=>a.ok&&!a.redirected&&!/html/.test(a.headers.get('content-type')),
take=async(c,u)=>{const a=await fetch(u);if(u==='./'?!(await a.clone().text()).includes(F.find(n=>/first-/.test(n))):!ours(a))throw Error(u);await c.put(u,a)};
addEventListener('install',e=>e.waitUntil((async()=>{const c=await caches.open(C),h=new Set();
for(const n of await mine())for(const r of await(await caches.open(n)).keys())h.add(stem(r.url));
await Promise.all(F.concat(D.filter(n=>h.has(stem(n)))).map(u=>take(c,u)))})()));
addEventListener('activate',e=>e.waitUntil(mine().then(k=>Promise.all(k.filter(n=>n!==C).map(n=>caches.delete(n)))).then(()=>clients.claim())));
addEventListener('message',e=>{const d=e.data;if(d==='skip')skipWaiting();
if(d.keep)e.waitUntil(caches.open(C).then(async c=>{for(const u of d.keep)if(!await c.match(u))await take(c,u).catch(()=>0)}))});
addEventListener('fetch',e=>{const r=e.request,u=new URL(r.url),s=registration.scope;
if(r.method!=='GET'||u.origin!==location.origin||!r.url.startsWith(s))return;
e.respondWith(caches.open(C).then(c=>c.match(r.mode==='navigate'?'./':r,{ignoreVary:true}).then(h=>h||fetch(r).then(a=>{
if(ours(a)&&r.url.startsWith(s+'assets/'))c.put(r,a.clone()).catch(()=>0);return a}))))});
addEventListener('push',e=>{let m={};try{m=e.data.json()}catch(x){}
e.waitUntil(registration.showNotification(m.title||'Tổ Số',{body:m.body||'',lang:m.lang||'vi',icon:'icon.svg',tag:m.url||'to-so',data:m.url}))});
addEventListener('notificationclick',e=>{const s=registration.scope;let u=s;try{const w=new URL(e.notification.data||'',s);if(w.origin===location.origin)u=s+w.hash}catch(x){}
e.notification.close();e.waitUntil(clients.matchAll({type:'window'}).then(l=>{const c=l.find(w=>w.url.startsWith(s));
if(!c)return clients.openWindow(u);c.postMessage({go:new URL(u).hash});return c.focus()}))});
addEventListener('pushsubscriptionchange',e=>{const o=(e.oldSubscription||{}).options;
if(o)e.waitUntil(registration.pushManager.subscribe(o).then(()=>clients.matchAll()).then(l=>l.forEach(c=>c.postMessage({renew:1}))))});
`;
