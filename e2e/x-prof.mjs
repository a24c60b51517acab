import { chromium } from '@playwright/test';
import { writeFileSync } from 'node:fs';
const [origin, which='home', runs='1', who='in'] = process.argv.slice(2);
const r = await fetch(`${origin}/trpc/session.signIn`,{method:'POST',headers:{'content-type':'application/json','x-tradeline':'1',origin},body:JSON.stringify({login:'buyer',password:'tradeline'})});
const cookie = r.headers.getSetCookie()[0].split(';')[0];
const inp = encodeURIComponent(JSON.stringify({sort:'sales',page:1,size:1}));
const prod = (await (await fetch(`${origin}/trpc/catalog.search?input=${inp}`,{headers:{cookie}})).json()).result.data.rows[0].id;
const path = {home:'/',list:'/goods',product:`/goods/${prod}`}[which];
const browser = await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--lang=zh-CN']});
for (let k=0;k<Number(runs);k++){
const ctx = await browser.newContext({viewport:{width:412,height:823},deviceScaleFactor:1.75,isMobile:true,hasTouch:true,locale:'zh-CN'});
const [n,v]=cookie.split('='); if(who==='in') await ctx.addCookies([{name:n,value:v,url:origin}]);
const page = await ctx.newPage();
const cdp = await ctx.newCDPSession(page);
const events=[]; cdp.on('Tracing.dataCollected',e=>events.push(...e.value));
await cdp.send('Tracing.start',{transferMode:'ReportEvents',traceConfig:{includedCategories:['devtools.timeline','loading','blink.user_timing','toplevel','disabled-by-default-devtools.timeline','v8.execute','disabled-by-default-v8.cpu_profiler']}});
const reqs=[]; page.on('requestfinished',async q=>{const s=await q.sizes().catch(()=>null); reqs.push([q.url().replace(origin,''),s?.responseBodySize+ s?.responseHeadersSize])});
await page.goto(origin+path,{waitUntil:'load'});
await page.waitForTimeout(5000);
const done=new Promise(r=>cdp.once('Tracing.tracingComplete',r)); await cdp.send('Tracing.end'); await done;
writeFileSync(`/tmp/prof/${which}.json`,JSON.stringify({traceEvents:events}));
const busy=new Map(); for(const e of events) if(e.name==='FunctionCall'||e.name==='v8.evaluateModule'||e.name==='EvaluateScript') busy.set(e.pid,(busy.get(e.pid)??0)+(e.dur??0));
const pidBusy=[...busy].sort((a,b)=>b[1]-a[1])[0][0];
const nav={pid:pidBusy, ts:(events.filter(e=>e.name==='navigationStart'&&e.pid===pidBusy).at(-1)??events.find(e=>e.name==='navigationStart')).ts};
// renderer main thread
const main = events.find(e=>e.name==='thread_name'&&e.args.name==='CrRendererMain'&&e.pid===nav.pid);
const tid = main.tid, pid=main.pid, t0=nav.ts;
const tasks = events.filter(e=>e.pid===pid&&e.tid===tid&&e.name==='RunTask'&&e.ph==='X'&&e.ts>=t0).map(e=>({ts:(e.ts-t0)/1000,dur:e.dur/1000,cpu:(e.tdur??e.dur)/1000,raw:e}));
const total=tasks.reduce((s,t)=>s+t.cpu,0);
const fcp=events.find(e=>e.name==='firstContentfulPaint'&&e.pid===pid&&e.ts>=t0); const lcps=events.filter(e=>e.name==='largestContentfulPaint::Candidate'&&e.pid===pid&&e.ts>=t0);
const tbt=tasks.reduce((s,t)=>s+Math.max(0,t.cpu*4-50),0);
console.log(`${which}: cpu ${total.toFixed(0)} ms, tbt4(cpu) ${tbt.toFixed(0)}, FCP ${fcp&&((fcp.ts-t0)/1000).toFixed(0)}, LCP ${lcps.map(l=>((l.ts-t0)/1000).toFixed(0)+' '+l.args.data.type+' '+l.args.data.size).join(' | ')}, reqs ${reqs.length}, bytes ${reqs.reduce((s,r)=>s+(r[1]||0),0)}`);
if (k===Number(runs)-1){
for (const t of tasks.filter(t=>t.cpu>10).slice(0,40)) {
  const inside=events.filter(e=>e.pid===pid&&e.tid===tid&&e.ph==='X'&&e.ts>=t.raw.ts&&e.ts<t.raw.ts+t.raw.dur&&e!==t.raw&&!e.name.includes('RunTask')&&['EvaluateScript','v8.evaluateModule','FunctionCall','UpdateLayoutTree','Layout','Paint','PrePaint','Layerize','Commit','ParseHTML','RunMicrotasks','v8.compile','v8.compileModule','MinorGC','MajorGC','TimerFire','FireAnimationFrame','V8.GC_MC_BACKGROUND','ParseAuthorStyleSheet','Decode Image','EventDispatch','XHRReadyStateChange'].includes(e.name)&&e.dur>1500);
  console.log(`  @${t.ts.toFixed(0)} cpu ${t.cpu.toFixed(1)} wall ${t.dur.toFixed(1)} :: `+inside.map(e=>`${e.name}${e.args?.data?.url?'('+e.args.data.url.split('/').pop().slice(0,22)+')':''}${e.args?.data?.functionName?'['+e.args.data.functionName+']':''} ${((e.tdur??e.dur)/1000).toFixed(0)}`).slice(0,9).join(', '));
}
if (process.env.REQS) for (const r of reqs) console.log('   ',r[1],r[0].slice(0,160));
}
await ctx.close();
}
await browser.close();
