export type Word = { zh: string; en: string };

const word = (pair: string): Word => {
  const [zh = '', en = zh] = pair.split(':');
  return { zh, en };
};
const words = (text: string): Word[] => text.split(/[,，]\s*/u).map(word);

export type Shelf = { name: Word; below: { name: Word; nouns: Word[] }[] };

/** Three levels of categories: departments, sections, and the things themselves. */
const TREE = `
五金工具:Tools|手动工具:Hand tools|扳手:Wrench,螺丝刀:Screwdriver,钢丝钳:Pliers,羊角锤:Claw hammer,卷尺:Tape measure
五金工具:Tools|电动工具:Power tools|冲击钻:Impact drill,角磨机:Angle grinder,电锤:Rotary hammer,曲线锯:Jigsaw,热风枪:Heat gun
五金工具:Tools|紧固件:Fasteners|沉头螺钉:Countersunk screw,膨胀螺栓:Expansion bolt,六角螺母:Hex nut,自攻螺丝:Self-tapping screw,平垫圈:Flat washer
五金工具:Tools|切削工具:Cutting tools|麻花钻头:Twist drill bit,切割片:Cutting disc,丝锥:Tap,铣刀:Milling cutter,锯条:Saw blade
五金工具:Tools|测量仪器:Measuring|游标卡尺:Vernier caliper,水平仪:Spirit level,激光测距仪:Laser distance meter,千分尺:Micrometer,万用表:Multimeter
厨房用品:Kitchen|餐具:Tableware|陶瓷碗:Ceramic bowl,餐盘:Dinner plate,不锈钢筷子:Steel chopsticks,汤勺:Soup spoon,马克杯:Mug
厨房用品:Kitchen|锅具:Cookware|不粘煎锅:Non-stick pan,铸铁炖锅:Cast iron pot,蒸锅:Steamer,压力锅:Pressure cooker,炒锅:Wok
厨房用品:Kitchen|收纳:Storage|保鲜盒:Food container,密封罐:Storage jar,沥水架:Dish rack,调料瓶:Spice bottle,米桶:Rice bin
厨房用品:Kitchen|刀具:Knives|菜刀:Chef's cleaver,水果刀:Paring knife,砧板:Cutting board,磨刀石:Whetstone,厨房剪:Kitchen shears
厨房用品:Kitchen|水具:Drinkware|保温杯:Vacuum flask,玻璃水壶:Glass jug,焖烧罐:Food jar,运动水壶:Sports bottle,茶具套装:Tea set
办公文具:Office|书写工具:Writing|中性笔:Gel pen,圆珠笔:Ballpoint pen,记号笔:Marker,铅笔:Pencil,荧光笔:Highlighter
办公文具:Office|纸品:Paper|复印纸:Copy paper,笔记本:Notebook,便利贴:Sticky notes,收据本:Receipt book,信封:Envelope
办公文具:Office|文件管理:Filing|文件夹:Folder,档案盒:Archive box,拉杆夹:Slide binder,名片册:Card holder,抽杆夹:Report cover
办公文具:Office|桌面用品:Desk|订书机:Stapler,胶带座:Tape dispenser,剪刀:Scissors,计算器:Calculator,笔筒:Pen holder
办公文具:Office|办公设备:Machines|碎纸机:Shredder,塑封机:Laminator,标签打印机:Label printer,白板:Whiteboard,装订机:Binding machine
手机数码:Mobile|手机配件:Phone accessories|手机壳:Phone case,钢化膜:Tempered glass,手机支架:Phone stand,自拍杆:Selfie stick,手机挂绳:Phone lanyard
手机数码:Mobile|充电设备:Charging|充电宝:Power bank,快充头:Fast charger,数据线:Data cable,无线充电器:Wireless charger,车载充电器:Car charger
手机数码:Mobile|音频:Audio|蓝牙耳机:Bluetooth earphones,蓝牙音箱:Bluetooth speaker,有线耳机:Wired earphones,麦克风:Microphone,头戴耳机:Headphones
手机数码:Mobile|存储:Storage media|U盘:USB drive,存储卡:Memory card,移动硬盘:Portable drive,读卡器:Card reader,硬盘盒:Drive enclosure
手机数码:Mobile|电脑周边:Computer|无线鼠标:Wireless mouse,机械键盘:Mechanical keyboard,扩展坞:Docking station,摄像头:Webcam,鼠标垫:Mouse pad
服装鞋帽:Apparel|上装:Tops|T恤:T-shirt,衬衫:Shirt,卫衣:Hoodie,工装外套:Work jacket,马甲:Vest
服装鞋帽:Apparel|下装:Bottoms|牛仔裤:Jeans,休闲裤:Casual trousers,运动裤:Track pants,工装裤:Work trousers,短裤:Shorts
服装鞋帽:Apparel|鞋靴:Footwear|运动鞋:Sneakers,安全鞋:Safety shoes,雨靴:Rain boots,凉拖:Slippers,帆布鞋:Canvas shoes
服装鞋帽:Apparel|配饰:Accessories|棒球帽:Baseball cap,围巾:Scarf,手套:Gloves,皮带:Belt,袜子:Socks
服装鞋帽:Apparel|童装:Children|儿童套装:Kids' set,婴儿连体衣:Baby romper,童鞋:Kids' shoes,儿童雨衣:Kids' raincoat,校服:School uniform
家居日用:Household|清洁:Cleaning|拖把:Mop,扫把套装:Broom set,垃圾袋:Bin bags,清洁海绵:Cleaning sponge,洗衣液:Laundry liquid
家居日用:Household|纺织:Textiles|毛巾:Towel,四件套:Bedding set,枕芯:Pillow,窗帘:Curtain,抱枕:Cushion
家居日用:Household|收纳整理:Organising|收纳箱:Storage box,衣架:Hanger,置物架:Shelf,真空袋:Vacuum bag,鞋架:Shoe rack
家居日用:Household|灯具:Lighting|LED灯泡:LED bulb,台灯:Desk lamp,应急灯:Emergency light,灯带:Light strip,吸顶灯:Ceiling light
家居日用:Household|卫浴:Bathroom|花洒:Shower head,水龙头:Tap faucet,浴帘:Shower curtain,马桶刷:Toilet brush,置物篮:Bath caddy
电工电气:Electrical|开关插座:Switches|墙壁开关:Wall switch,五孔插座:Socket,排插:Power strip,定时插座:Timer socket,防水盒:Weatherproof box
电工电气:Electrical|线缆:Cable|铜芯电线:Copper wire,网线:Network cable,控制电缆:Control cable,扎带:Cable tie,线槽:Cable trunking
电工电气:Electrical|低压电器:Low voltage|断路器:Circuit breaker,接触器:Contactor,继电器:Relay,漏电保护器:Leakage breaker,浪涌保护器:Surge protector
电工电气:Electrical|电机:Motors|三相电机:Three-phase motor,水泵:Water pump,变频器:Inverter,减速机:Gearbox,风机:Blower
电工电气:Electrical|电池:Batteries|碱性电池:Alkaline battery,锂电池:Lithium battery,蓄电池:Lead battery,纽扣电池:Button cell,充电电池:Rechargeable battery
劳保安防:Safety|头部防护:Head|安全帽:Safety helmet,护目镜:Goggles,防尘口罩:Dust mask,耳塞:Ear plugs,焊接面罩:Welding mask
劳保安防:Safety|手部防护:Hand|丁腈手套:Nitrile gloves,劳保手套:Work gloves,绝缘手套:Insulated gloves,防割手套:Cut-proof gloves,焊工手套:Welding gloves
劳保安防:Safety|消防:Fire|灭火器:Fire extinguisher,消防水带:Fire hose,烟感报警器:Smoke detector,应急包:Emergency kit,防火毯:Fire blanket
劳保安防:Safety|安防监控:Surveillance|监控摄像机:Security camera,门禁机:Access controller,对讲机:Walkie-talkie,报警器:Alarm,录像机:Recorder
劳保安防:Safety|包装材料:Packaging|封箱胶带:Packing tape,气泡膜:Bubble wrap,快递袋:Mailing bag,纸箱:Carton box,缠绕膜:Stretch film
`;

export const shelves: Shelf[] = [];
for (const line of TREE.trim().split('\n')) {
  const [department = '', section = '', nouns = ''] = line.split('|');
  const name = word(department);
  let shelf = shelves.find((known) => known.name.zh === name.zh);
  if (!shelf) {
    shelf = { name, below: [] };
    shelves.push(shelf);
  }
  shelf.below.push({ name: word(section), nouns: words(nouns) });
}

export const makers = words(
  '鼎固:Dinggu,恒立:Hengli,安捷:Anjie,卓品:Zhuopin,蓝盾:Landun,美源:Meiyuan,佳艺:Jiayi,博远:Boyuan,金象:Jinxiang,飞翼:Feiyi,源兴:Yuanxing,明泰:Mingtai,欧适:Oushi,华锐:Huarui,天合:Tianhe,晨阳:Chenyang,福临:Fulin,国邦:Guobang,海纳:Haina,锦程:Jincheng,凯旋:Kaixuan,乐途:Letu,诺维:Nuowei,普瑞:Purui,荣昌:Rongchang,尚品:Shangpin,腾飞:Tengfei,万和:Wanhe,新锐:Xinrui,益达:Yida,振华:Zhenhua,宏图:Hongtu,三禾:Sanhe,立邦德:Libangde,百特:Baite,德赛:Desai,格力高:Geligao,科锐:Kerui,力王:Liwang,睿智:Ruizhi',
);
export const materials = words(
  '不锈钢:Stainless steel,碳钢镀锌:Galvanised steel,铝合金:Aluminium,铸铁:Cast iron,铬钒钢:Chrome vanadium,食品级硅胶:Food-grade silicone,高硼硅玻璃:Borosilicate,纯棉:Cotton,涤纶:Polyester,牛津布:Oxford cloth,实木:Solid wood,竹制:Bamboo,聚丙烯:Polypropylene,尼龙:Nylon,骨瓷:Bone china',
);
export const traits = words(
  '加厚:Heavy-duty,便携:Portable,防滑:Non-slip,静音:Silent,耐高温:Heat-resistant,防水:Waterproof,可折叠:Folding,大容量:Large,迷你:Mini,商用:Commercial,家用:Home,工业级:Industrial,十字槽:Cross recess,多功能:Multi-purpose,环保:Eco-friendly,加长:Extended',
);
const colours = words('黑色:Black,白色:White,红色:Red,蓝色:Blue,灰色:Grey,绿色:Green');
const sizes = words('S,M,L,XL,XXL');
const capacities = words('250ml,350ml,500ml,1L,2L');
const lengths = words('M3×10,M4×16,M5×20,M6×30,M8×40,M10×60');

export type Axis = { code: string; name: Word; values: { code: string; name: Word }[] };
const axis = (code: string, name: string, values: Word[]): Axis => ({
  code,
  name: word(name),
  values: values.map((value) => ({ code: value.en.toLowerCase().replace(/[^a-z0-9]+/gu, '-'), name: value })),
});
export const colourAxis = axis('colour', '颜色:Colour', colours);
/** The second axis by department: what goods of that kind differ in. */
export const secondAxes = [
  axis('spec', '规格:Specification', lengths),
  axis('capacity', '容量:Capacity', capacities),
  axis('size', '尺码:Size', sizes),
];

export const places = words(
  '广东:Guangdong,浙江:Zhejiang,江苏:Jiangsu,四川:Sichuan,湖北:Hubei,山东:Shandong,河南:Henan,福建:Fujian,湖南:Hunan,陕西:Shaanxi',
);
export const trades = words(
  '商贸:Trading,百货:Department,五金:Hardware,超市:Supermarket,电子:Electronics,实业:Industries,供应链:Supply',
);
