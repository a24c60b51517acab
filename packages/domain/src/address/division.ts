/** A province (2 digits), a city (4; 6 where it hangs on the province directly), a district (6) or a street (9), with what lies in it. */
export type Division = { readonly code: string; readonly name: string; readonly within: readonly Division[] };

/** A place by the official names, down to the district; none where the city has no districts. */
export type Place = { readonly province: string; readonly city: string; readonly district: string };

const STREET = 9;

/** The districts of a city; none in those whose streets hang on the city itself. */
export const districtsOf = ({ within }: Division): readonly Division[] =>
  within.filter(({ code }) => code.length < STREET);

/** The streets of a city or district: 街道, 乡 and 镇. */
export const streetsOf = ({ within }: Division): readonly Division[] =>
  within.filter(({ code }) => code.length === STREET);

export const named = <Named extends { readonly name: string }>(
  divisions: readonly Named[],
  name: string,
): Named | undefined => divisions.find((division) => division.name === name);

const endings =
  /(?:维吾尔|哈萨克|柯尔克孜|(?:(?:朝鲜|土家|布依|哈尼|景颇|傈僳|仡佬|蒙古|藏|羌|彝|苗|侗|回|傣|白|壮|黎|瑶)族)*)自治[区州县旗]$|(?:地|林)区$|[省市区县旗盟]$/u;

/** What people call it: 广东, 内蒙古, 深圳, 南山. Never shorter than two characters. */
export const shortName = (name: string): string => {
  const short = name.replace(endings, '');
  return short.length < 2 ? name : short;
};

/** By its official name or by what people call it: addresses written before there was a list say 浙江 and 杭州. */
export const meant = <Named extends { readonly name: string }>(
  divisions: readonly Named[],
  name: string,
): Named | undefined =>
  named(divisions, name) ?? (name === '' ? undefined : divisions.find((division) => shortName(division.name) === name));
