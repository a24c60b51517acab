import { chromium } from '@playwright/test';
const [origin,out='/tmp/prof']=process.argv.slice(2);
const r = await fetch(`${origin}/trpc/session.signIn`,{method:'POST',headers:{'content-type':'application/json','x-tradeline':'1',origin},body:JSON.stringify({login:'buyer',password:'tradeline'})});
const [n,v] = r.headers.getSetCookie()[0].split(';')[0].split('=');
const inp = encodeURIComponent(JSON.stringify({sort:'sales',page:1,size:1}));
const prod = (await (await fetch(`${origin}/trpc/catalog.search?input=${inp}`,{headers:{cookie:`${n}=${v}`}})).json()).result.data.rows[0].id;
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']});
for (const [w,h] of [[390,844],[1440,900]]) {
 const c=await b.newContext({viewport:{width:w,height:h},locale:'zh-CN'}); await c.addCookies([{name:n,value:v,url:origin}]);
 await c.addInitScript(()=>{window.cls=0;window.lcp=[];new PerformanceObserver(l=>{for(const e of l.getEntries())if(!e.hadRecentInput){window.cls+=e.value;}}).observe({type:'layout-shift',buffered:true});new PerformanceObserver(l=>{for(const e of l.getEntries())window.lcp.push([Math.round(e.startTime),e.element?.tagName,e.element?.className?.slice?.(0,40),e.size,(e.element?.textContent??'').slice(0,20)])}).observe({type:'largest-contentful-paint',buffered:true})});
 for (const [name,path] of [['home','/'],['list','/goods'],['product','/goods/'+prod]]) {
  const p=await c.newPage(); const errs=[]; p.on('console',m=>m.type()==='error'&&errs.push(m.text())); p.on('pageerror',e=>errs.push(String(e)));
  await p.goto(origin+path); await p.waitForTimeout(3500);
  await p.screenshot({path:`${out}/${name}-${w}.png`});
  console.log(name,w,'cls',await p.evaluate(()=>window.cls.toFixed(4)),JSON.stringify(await p.evaluate(()=>window.lcp)),errs.join(' | '));
  if(name==='list'&&w===390){ await p.mouse.wheel(0,2500); await p.waitForTimeout(800); const y=await p.evaluate(()=>scrollY); await p.locator('li a[href*="/goods/"]').nth(18).click(); await p.waitForTimeout(2000); await p.goBack(); await p.waitForTimeout(1500); console.log('back', y, await p.evaluate(()=>scrollY)); }
  await p.close();
 } await c.close();
}
await b.close();
