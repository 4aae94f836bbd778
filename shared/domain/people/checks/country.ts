/** Countries, ISO 3166-1: two letters, three letters, and their French names. */

const PAIRS =
  'AD:AND AE:ARE AF:AFG AG:ATG AI:AIA AL:ALB AM:ARM AO:AGO AQ:ATA AR:ARG AS:ASM AT:AUT AU:AUS ' +
  'AW:ABW AX:ALA AZ:AZE ' +
  'BA:BIH BB:BRB BD:BGD BE:BEL BF:BFA BG:BGR BH:BHR BI:BDI BJ:BEN BL:BLM BM:BMU BN:BRN BO:BOL ' +
  'BQ:BES BR:BRA BS:BHS BT:BTN BV:BVT BW:BWA BY:BLR BZ:BLZ ' +
  'CA:CAN CC:CCK CD:COD CF:CAF CG:COG CH:CHE CI:CIV CK:COK CL:CHL CM:CMR CN:CHN CO:COL CR:CRI ' +
  'CU:CUB CV:CPV CW:CUW CX:CXR CY:CYP CZ:CZE ' +
  'DE:DEU DJ:DJI DK:DNK DM:DMA DO:DOM DZ:DZA EC:ECU EE:EST EG:EGY EH:ESH ER:ERI ES:ESP ET:ETH ' +
  'FI:FIN FJ:FJI FK:FLK FM:FSM FO:FRO FR:FRA ' +
  'GA:GAB GB:GBR GD:GRD GE:GEO GF:GUF GG:GGY GH:GHA GI:GIB GL:GRL GM:GMB GN:GIN GP:GLP GQ:GNQ ' +
  'GR:GRC GS:SGS GT:GTM GU:GUM GW:GNB GY:GUY ' +
  'HK:HKG HM:HMD HN:HND HR:HRV HT:HTI HU:HUN ID:IDN IE:IRL IL:ISR IM:IMN IN:IND IO:IOT IQ:IRQ ' +
  'IR:IRN IS:ISL IT:ITA JE:JEY JM:JAM JO:JOR JP:JPN ' +
  'KE:KEN KG:KGZ KH:KHM KI:KIR KM:COM KN:KNA KP:PRK KR:KOR KW:KWT KY:CYM KZ:KAZ LA:LAO LB:LBN ' +
  'LC:LCA LI:LIE LK:LKA LR:LBR LS:LSO LT:LTU LU:LUX LV:LVA LY:LBY ' +
  'MA:MAR MC:MCO MD:MDA ME:MNE MF:MAF MG:MDG MH:MHL MK:MKD ML:MLI MM:MMR MN:MNG MO:MAC MP:MNP ' +
  'MQ:MTQ MR:MRT MS:MSR MT:MLT MU:MUS MV:MDV MW:MWI MX:MEX MY:MYS MZ:MOZ ' +
  'NA:NAM NC:NCL NE:NER NF:NFK NG:NGA NI:NIC NL:NLD NO:NOR NP:NPL NR:NRU NU:NIU NZ:NZL OM:OMN ' +
  'PA:PAN PE:PER PF:PYF PG:PNG PH:PHL PK:PAK PL:POL PM:SPM PN:PCN PR:PRI PS:PSE PT:PRT PW:PLW ' +
  'PY:PRY ' +
  'QA:QAT RE:REU RO:ROU RS:SRB RU:RUS RW:RWA SA:SAU SB:SLB SC:SYC SD:SDN SE:SWE SG:SGP SH:SHN ' +
  'SI:SVN SJ:SJM SK:SVK SL:SLE SM:SMR SN:SEN SO:SOM SR:SUR SS:SSD ST:STP SV:SLV SX:SXM SY:SYR ' +
  'SZ:SWZ ' +
  'TC:TCA TD:TCD TF:ATF TG:TGO TH:THA TJ:TJK TK:TKL TL:TLS TM:TKM TN:TUN TO:TON TR:TUR TT:TTO ' +
  'TV:TUV TW:TWN TZ:TZA UA:UKR UG:UGA UM:UMI US:USA UY:URY UZ:UZB ' +
  'VA:VAT VC:VCT VE:VEN VG:VGB VI:VIR VN:VNM VU:VUT WF:WLF WS:WSM YE:YEM YT:MYT ZA:ZAF ZM:ZMB ' +
  'ZW:ZWE';

const threeByTwo: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ').map((pair) => [pair.slice(0, 2), pair.slice(3)] as const),
);
const twoByThree: ReadonlyMap<string, string> = new Map([...threeByTwo].map(([two, three]) => [three, two]));

/** French territories that have a country code of their own. */
const FRENCH: ReadonlySet<string> = new Set('FR GP MQ GF RE PM YT BL MF WF PF NC TF'.split(' '));

const names = new Intl.DisplayNames('fr', { type: 'region' });

/** Letters and figures alone: spaces and hyphens are lost on the way. */
function folded(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}

/** Names that people and Lucca give besides those of the standard: usual ones, and states that were, by one that keeps their registers. */
const otherNames =
  'GB:Angleterre,Grande-Bretagne,UK US:États-Unis d’Amérique,USA RE:Réunion,Île de la Réunion NL:Hollande ' +
  'CZ:République tchèque,Tchécoslovaquie KR:Corée du Sud,Corée GF:Guyane VN:Vietnam HK:Hong Kong CG:Congo,Congo Brazzaville ' +
  'CD:RDC,République démocratique du Congo,Congo Kinshasa,Zaïre CF:Centrafrique XK:Kosovo,XKX VA:Vatican MU:Île Maurice ' +
  'MM:Birmanie BY:Bélarus CV:Cabo Verde,Cap-Vert DO:Saint-Domingue RS:Yougoslavie RU:URSS,Union soviétique BF:Haute-Volta';

/** « GB:Angleterre,UK US:… » as pairs. Names hold spaces: a code begins each. */
const given = [...otherNames.matchAll(/([A-Z]{2}):(.*?)(?= [A-Z]{2}:|$)/g)].flatMap(([, two = '', said = '']) =>
  said.split(',').map((name) => [folded(name), two] as const),
);

const twoByName: ReadonlyMap<string, string> = new Map([
  ...[...threeByTwo.keys()].map((two) => [folded(names.of(two) ?? two), two] as const),
  ...given,
]);

/** The two letters of a country given by two, three or a French name: `countryOf('FRA')`, `countryOf('France')` → `'FR'`; undefined when unknown. */
export function countryOf(text: string): string | undefined {
  const plain = folded(text);
  return threeByTwo.has(plain) || plain === 'XK' ? plain : (twoByThree.get(plain) ?? twoByName.get(plain));
}

/** `threeLetters('FR')` → `'FRA'`; undefined when unknown. */
export function threeLetters(two: string): string | undefined {
  return threeByTwo.get(two);
}

/** True for France and its overseas territories, by two letters. */
export function isFrench(two: string): boolean {
  return FRENCH.has(two);
}
