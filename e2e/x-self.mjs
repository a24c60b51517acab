// self & subtree time by original function from /tmp/prof/<which>.json
import { readFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
const req = createRequire('/work/wt/order-desk/node_modules/.pnpm/node_modules/x.js');
const { TraceMap, originalPositionFor } = req('@jridgewell/trace-mapping');
const [which, from='0', to='1e9'] = process.argv.slice(2);
const ev = JSON.parse(readFileSync(`/tmp/prof/${which}.json`)).traceEvents;
const busy=new Map(); for(const e of ev) if(e.name==='FunctionCall'||e.name==='v8.evaluateModule'||e.name==='EvaluateScript') busy.set(e.pid,(busy.get(e.pid)??0)+(e.dur??0));
const pidBusy=[...busy].sort((a,b)=>b[1]-a[1])[0][0];
const nav={pid:pidBusy, ts:(ev.filter(e=>e.name==='navigationStart'&&e.pid===pidBusy).at(-1)??ev.find(e=>e.name==='navigationStart')).ts};
const t0=nav.ts;
const prof = ev.filter(e=>e.name==='Profile'&&e.pid===nav.pid); const main=ev.find(e=>e.name==='thread_name'&&e.args.name==='CrRendererMain'&&e.pid===nav.pid).tid;
const p0 = prof.find(p=>p.tid===main)??prof[0];
const chunks = ev.filter(e=>e.name==='ProfileChunk'&&e.pid===nav.pid&&e.id===p0.id);
const nodes=new Map(); let t=p0.args.data.startTime; const samples=[];
for(const c of chunks){const d=c.args.data; for(const n of d.cpuProfile?.nodes??[]) nodes.set(n.id,n); (d.cpuProfile?.samples??[]).forEach((s,i)=>{t+=d.timeDeltas[i]; samples.push([s,t,d.timeDeltas[i+1]??0])});}
const maps=new Map();
const name=(cf)=>{ if(!cf.url?.includes('/assets/')) return `${cf.functionName||'(anon)'} ${cf.url?.split('/').pop()??''}`;
 const f='/work/wt/order-desk/apps/buyer/dist/assets/'+cf.url.split('/').pop()+'.map';
 if(!maps.has(f)) maps.set(f, existsSync(f)?new TraceMap(readFileSync(f,'utf8')):null);
 const m=maps.get(f); if(!m) return cf.functionName+' '+cf.url.split('/').pop();
 const o=originalPositionFor(m,{line:cf.lineNumber+1,column:cf.columnNumber});
 return `${o.name??cf.functionName} ${(o.source??'').replace(/.*node_modules\//,'').replace(/.*\/(apps|packages)\//,'$1/')}:${o.line}`};
const self=new Map(), tot=new Map(), pkg=new Map();
const cache=new Map();const nm=id=>{if(!cache.has(id))cache.set(id,name(nodes.get(id).callFrame));return cache.get(id)};
let sum=0;
for(const [s,ts,dt] of samples){ const at=(ts-t0)/1000; if(at<Number(from)||at>Number(to)||dt>20000) continue; const n=nodes.get(s); if(!n)continue; const fn=nm(s); if(/^\((idle|program)\)/.test(fn)) continue; sum+=dt; self.set(fn,(self.get(fn)??0)+dt);
 const p=fn.split(' ')[1]?.split('/').slice(0,fn.includes('@')?2:3).join('/')||fn; pkg.set(p,(pkg.get(p)??0)+dt);
 const seen=new Set(); for(let k=n;k;k=nodes.get(k.parent)){const f=nm(k.id); if(!seen.has(f)){seen.add(f);tot.set(f,(tot.get(f)??0)+dt)}}}
const show=(m,n)=>[...m].sort((a,b)=>b[1]-a[1]).slice(0,n).forEach(([k,v])=>console.log((v/1000).toFixed(1).padStart(7),k));
console.log('JS total ms',(sum/1000).toFixed(0)); console.log('-- self');show(self,25);console.log('-- packages');show(pkg,15);console.log('-- subtree');show(new Map([...tot].filter(([k])=>!/react-dom|scheduler/.test(k))),70);
