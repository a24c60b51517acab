import type { Random } from '../random.ts';

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
];
const given = [
  '建国',
  '志强',
  '晓东',
  '丽华',
  '海燕',
  '文杰',
  '雅琴',
  '俊峰',
  '秀英',
  '晨曦',
  '思远',
  '佳怡',
  '立新',
  '春梅',
  '浩然',
  '敏',
  '磊',
  '静',
  '伟',
  '芳',
  '洋',
  '婷',
  '勇',
  '倩',
  '鹏',
  '玲',
  '凯',
  '雪',
  '刚',
  '颖',
  '昊',
  '琳',
  '明辉',
  '国栋',
  '少华',
  '玉兰',
  '子轩',
  '若溪',
  '启航',
  '小曼',
  '振宇',
  '淑贤',
  '嘉诚',
  '永康',
];

export const personName = (random: Random): string => random.pick(surnames) + random.pick(given);

/** Eleven digits in a range that no operator assigns to people (prefix 1000 is not in use). */
export const mobileNumber = (random: Random): string => `1000${String(random.int(0, 9_999_999)).padStart(7, '0')}`;

/** Eighteen characters of the shape of a unified social credit code, with letters that the standard leaves out so that it names nobody. */
export const taxNumber = (random: Random): string =>
  `91IO${String(random.int(0, 99_999_999)).padStart(8, '0')}${String(random.int(0, 999_999)).padStart(6, '0')}`;
