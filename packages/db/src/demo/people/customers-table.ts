/** What a customer deals in decides what it buys. */
export type Trade =
  | 'hardware'
  | 'construction'
  | 'safety'
  | 'office'
  | 'hotel'
  | 'supermarket'
  | 'digital'
  | 'fashion'
  | 'catering'
  | 'property';
export type GroupCode = 'distributor' | 'chain' | 'online' | 'corporate' | 'retail';

/** Name, short name, province, city, district, trade, group, size (1 small to 10 large), and what is particular about it. */
export type Firm = readonly [
  name: string,
  short: string,
  province: string,
  city: string,
  district: string,
  trade: Trade,
  group: GroupCode,
  size: number,
  habit?: Habit,
];

/**
 * `churned`: stopped ordering during the year; `fading`: orders ever less; `new`: began during the year;
 * `growing`: orders ever more; `late`, `very-late`: pays past the due date; `hold`: credit on hold.
 */
export type Habit = 'churned' | 'fading' | 'new' | 'growing' | 'late' | 'very-late' | 'hold';

/** Invented firms in real cities. */
export const firms: readonly Firm[] = [
  ['杭州恒裕万联商贸有限公司', '恒裕万联', '浙江', '杭州', '余杭区', 'supermarket', 'chain', 10],
  ['广州粤泓五金机电有限公司', '粤泓五金', '广东', '广州', '白云区', 'hardware', 'distributor', 9],
  ['成都锦川连锁超市有限公司', '锦川超市', '四川', '成都', '武侯区', 'supermarket', 'chain', 9, 'growing'],
  ['上海沐禾酒店用品有限公司', '沐禾酒店用品', '上海', '上海', '闵行区', 'hotel', 'distributor', 8],
  ['深圳星澜数码科技有限公司', '星澜数码', '广东', '深圳', '福田区', 'digital', 'online', 8],
  ['苏州工巧劳保用品有限公司', '工巧劳保', '江苏', '苏州', '吴中区', 'safety', 'distributor', 7],
  ['武汉楚筑建材有限公司', '楚筑建材', '湖北', '武汉', '汉阳区', 'construction', 'distributor', 7, 'late'],
  ['南京文硕办公设备有限公司', '文硕办公', '江苏', '南京', '鼓楼区', 'office', 'distributor', 7],
  ['宁波衣尚坊服饰有限公司', '衣尚坊', '浙江', '宁波', '鄞州区', 'fashion', 'chain', 6],
  ['重庆渝味集餐饮管理有限公司', '渝味集', '重庆', '重庆', '渝北区', 'catering', 'corporate', 7],
  ['佛山顺宏五金有限公司', '顺宏五金', '广东', '佛山', '顺德区', 'hardware', 'distributor', 6, 'fading'],
  ['长沙湘悦便利店有限公司', '湘悦便利', '湖南', '长沙', '雨花区', 'supermarket', 'chain', 7],
  ['西安秦汉办公用品有限公司', '秦汉办公', '陕西', '西安', '雁塔区', 'office', 'distributor', 5],
  ['青岛海沃物业服务有限公司', '海沃物业', '山东', '青岛', '市北区', 'property', 'corporate', 5],
  ['厦门鹭屿电子商务有限公司', '鹭屿电商', '福建', '厦门', '思明区', 'digital', 'online', 6, 'growing'],
  ['合肥徽创工业品有限公司', '徽创工业', '安徽', '合肥', '蜀山区', 'hardware', 'distributor', 5],
  ['郑州中塬商贸有限公司', '中塬商贸', '河南', '郑州', '金水区', 'supermarket', 'distributor', 6, 'late'],
  ['昆明彩云旅游用品有限公司', '彩云旅品', '云南', '昆明', '官渡区', 'fashion', 'retail', 4],
  ['温州正泽电气有限公司', '正泽电气', '浙江', '温州', '乐清市', 'construction', 'distributor', 6],
  ['东莞鼎固机械设备有限公司', '鼎固机械', '广东', '东莞', '长安镇', 'hardware', 'corporate', 5],
  ['无锡江南酒店管理有限公司', '江南酒管', '江苏', '无锡', '滨湖区', 'hotel', 'corporate', 5],
  ['天津滨海建设工程有限公司', '滨海建设', '天津', '天津', '滨海新区', 'construction', 'corporate', 6, 'very-late'],
  ['福州闽台食品有限公司', '闽台食品', '福建', '福州', '台江区', 'catering', 'retail', 4],
  ['南昌赣江文化用品有限公司', '赣江文化', '江西', '南昌', '青山湖区', 'office', 'retail', 4],
  ['贵阳黔行户外用品店', '黔行户外', '贵州', '贵阳', '云岩区', 'fashion', 'retail', 3, 'new'],
  ['义乌百汇小商品有限公司', '百汇小商品', '浙江', '金华', '义乌市', 'digital', 'distributor', 8],
  ['济南泉城劳保有限公司', '泉城劳保', '山东', '济南', '历城区', 'safety', 'distributor', 4, 'churned'],
  ['石家庄燕赵物业集团有限公司', '燕赵物业', '河北', '石家庄', '裕华区', 'property', 'corporate', 5, 'late'],
  ['珠海横琴智选电商有限公司', '智选电商', '广东', '珠海', '香洲区', 'digital', 'online', 5, 'new'],
  ['绍兴越织服装有限公司', '越织服装', '浙江', '绍兴', '柯桥区', 'fashion', 'retail', 4],
  ['太原晋膳餐饮有限公司', '晋膳餐饮', '山西', '太原', '小店区', 'catering', 'corporate', 4],
  ['大连渤航船舶配套有限公司', '渤航配套', '辽宁', '大连', '甘井子区', 'safety', 'corporate', 4],
  ['南宁桂源商贸有限公司', '桂源商贸', '广西', '南宁', '青秀区', 'supermarket', 'retail', 4, 'churned'],
  ['海口椰风酒店用品商行', '椰风酒店', '海南', '海口', '龙华区', 'hotel', 'retail', 3],
  ['沈阳北方五金商行', '北方五金', '辽宁', '沈阳', '铁西区', 'hardware', 'retail', 3, 'late'],
  ['嘉兴禾城便民超市有限公司', '禾城便民', '浙江', '嘉兴', '南湖区', 'supermarket', 'chain', 5],
  ['泉州刺桐鞋服贸易有限公司', '刺桐鞋服', '福建', '泉州', '晋江市', 'fashion', 'online', 5, 'fading'],
  ['兰州陇上办公有限公司', '陇上办公', '甘肃', '兰州', '城关区', 'office', 'retail', 3],
  ['常州龙城自动化有限公司', '龙城自动化', '江苏', '常州', '新北区', 'hardware', 'corporate', 4, 'growing'],
  ['台州路桥装饰工程有限公司', '路桥装饰', '浙江', '台州', '路桥区', 'construction', 'corporate', 4, 'very-late'],
  ['中山灯都工程有限公司', '灯都工程', '广东', '中山', '古镇镇', 'construction', 'distributor', 5],
  ['呼和浩特青城商贸有限公司', '青城商贸', '内蒙古', '呼和浩特', '赛罕区', 'supermarket', 'retail', 3, 'hold'],
  ['扬州瘦西湖民宿管理有限公司', '瘦西湖民宿', '江苏', '扬州', '邗江区', 'hotel', 'corporate', 3, 'new'],
  ['绵阳蜀工劳保经营部', '蜀工劳保', '四川', '绵阳', '涪城区', 'safety', 'retail', 3],
  ['湖州南浔便利连锁有限公司', '南浔便利', '浙江', '湖州', '南浔区', 'supermarket', 'chain', 4, 'growing'],
  ['惠州仲恺电子有限公司', '仲恺电子', '广东', '惠州', '惠城区', 'digital', 'corporate', 4],
  ['洛阳牡丹建工有限公司', '牡丹建工', '河南', '洛阳', '西工区', 'construction', 'corporate', 3, 'hold'],
  ['襄阳隆中超市有限公司', '隆中超市', '湖北', '襄阳', '樊城区', 'supermarket', 'retail', 3, 'churned'],
  ['金华婺城文具批发部', '婺城文具', '浙江', '金华', '婺城区', 'office', 'retail', 3],
  ['宜宾长江物业有限公司', '长江物业', '四川', '宜宾', '翠屏区', 'property', 'corporate', 3],
  ['徐州彭城工具行', '彭城工具', '江苏', '徐州', '云龙区', 'hardware', 'retail', 3, 'fading'],
  ['银川塞上餐饮服务有限公司', '塞上餐饮', '宁夏', '银川', '兴庆区', 'catering', 'corporate', 2, 'new'],
  ['镇江金山文创有限公司', '金山文创', '江苏', '镇江', '京口区', 'fashion', 'retail', 2, 'hold'],
  ['乐山嘉州民宿用品店', '嘉州民宿', '四川', '乐山', '市中区', 'hotel', 'retail', 2],
  ['衢州三衢劳保商行', '三衢劳保', '浙江', '衢州', '柯城区', 'safety', 'retail', 2, 'churned'],
  ['上饶信江电商服务部', '信江电商', '江西', '上饶', '信州区', 'digital', 'online', 2, 'new'],
];
