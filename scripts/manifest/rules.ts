/**
 * What must hold for Office to take a manifest, checked without a network. Office's own validation is online only: it
 * stays a step before a release.
 */
import { elementsNamed, elementsUnder, readXml, type XmlElement } from './xml.ts';

/** Width and height of an icon file, by its path under the origin (`/assets/icon-16.png`); undefined when there is none. */
export type IconSize = (path: string) => { readonly width: number; readonly height: number } | undefined;

export type ManifestRule =
  | 'id'
  | 'version'
  | 'host'
  | 'https'
  | 'oneOrigin'
  | 'resourceMissing'
  | 'resourceUnused'
  | 'resourceTwice'
  | 'icon'
  | 'length'
  | 'appDomain'
  | 'requirement';

/** One thing wrong: the rule, and what it was about. */
export interface ManifestFault {
  readonly rule: ManifestRule;
  readonly about: string;
}

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const VERSION = /^\d{1,5}(\.\d{1,5}){3}$/;
const SHORT_STRING = 125;
const LONG_STRING = 250;
const RESOURCE_ID = 32;
const MINIMUM_SET = '1.14';
/** Sizes every ribbon button and group must offer; other sizes are welcome. */
const RIBBON_SIZES = ['16', '32', '80'];

/** Every fault of the manifest, in the order of the rules; none when Office would take it. Throws when it is not XML. */
export function manifestFaults(source: string, iconSize: IconSize): readonly ManifestFault[] {
  const root = readXml(source);
  return [
    ...identity(root),
    ...hosts(root),
    ...addresses(root),
    ...resources(root),
    ...icons(root, iconSize),
    ...lengths(root),
    ...requirements(root),
  ];
}

const fault = (rule: ManifestRule, about: string): ManifestFault => ({ rule, about });

function identity(root: XmlElement): ManifestFault[] {
  const id = childText(root, 'Id');
  const version = childText(root, 'Version');
  return [
    ...(GUID.test(id) ? [] : [fault('id', id)]),
    ...(VERSION.test(version) && version !== '0.0.0.0' ? [] : [fault('version', version)]),
  ];
}

function hosts(root: XmlElement): ManifestFault[] {
  const named = elementsNamed(root, 'Host').map((host) => host.attributes['Name'] ?? host.attributes['xsi:type'] ?? '');
  const wrong = named.filter((name) => name !== 'Workbook');
  return named.length === 0 ? [fault('host', '')] : wrong.map((name) => fault('host', name));
}

function addresses(root: XmlElement): ManifestFault[] {
  const origins = urlsOf(root).map(originOf);
  const domains = elementsNamed(root, 'AppDomain').map((domain) => domain.text);
  const home = originOf(pageAddress(root));
  return [
    ...urlsOf(root).flatMap((url) => (originOf(url)?.startsWith('https:') ? [] : [fault('https', url)])),
    ...domains.flatMap((domain) => (isHttpsOrigin(domain) ? [] : [fault('appDomain', domain)])),
    ...origins.flatMap((origin) =>
      origin === home || (origin !== undefined && domains.includes(origin)) ? [] : [fault('oneOrigin', origin ?? '')],
    ),
  ];
}

function resources(root: XmlElement): ManifestFault[] {
  const defined = elementsNamed(root, 'Resources')
    .flatMap(elementsUnder)
    .map((element) => element.attributes['id']);
  const ids = defined.filter((id) => id !== undefined);
  const used = elementsUnder(root)
    .map((element) => element.attributes['resid'])
    .filter((id) => id !== undefined);
  return [
    ...used.filter((id) => !ids.includes(id)).map((id) => fault('resourceMissing', id)),
    ...ids.filter((id) => !used.includes(id)).map((id) => fault('resourceUnused', id)),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => fault('resourceTwice', id)),
    ...ids.filter((id) => id.length > RESOURCE_ID).map((id) => fault('length', id)),
  ];
}

function icons(root: XmlElement, iconSize: IconSize): ManifestFault[] {
  const wanted = [
    { size: 32, url: attributeOf(root, 'IconUrl', 'DefaultValue') },
    { size: 64, url: attributeOf(root, 'HighResolutionIconUrl', 'DefaultValue') },
    ...elementsNamed(root, 'Icon').flatMap((icon) =>
      icon.children.map((image) => ({
        size: Number(image.attributes['size']),
        url: resourceValue(root, image.attributes['resid'] ?? ''),
      })),
    ),
  ];
  const incomplete = elementsNamed(root, 'Icon').flatMap((icon) => {
    const sizes = icon.children.map((image) => image.attributes['size']);
    return RIBBON_SIZES.filter((size) => !sizes.includes(size)).map((size) => fault('icon', `${size} px`));
  });
  const wrong = wanted.filter(({ size, url }) => {
    const found = URL.canParse(url) ? iconSize(new URL(url).pathname) : undefined;
    return found?.width !== size || found.height !== size;
  });
  return [...incomplete, ...wrong.map(({ size, url }) => fault('icon', `${url} (${size} px)`))];
}

function lengths(root: XmlElement): ManifestFault[] {
  const longerThan = (limit: number) => (text: string) => text.length > limit || text === '';
  const strings = (list: string) =>
    elementsNamed(root, list).flatMap((group) => group.children.map((text) => text.attributes['DefaultValue'] ?? ''));
  const short = [
    ...strings('bt:ShortStrings'),
    attributeOf(root, 'DisplayName', 'DefaultValue'),
    childText(root, 'ProviderName'),
  ];
  const long = [...strings('bt:LongStrings'), attributeOf(root, 'Description', 'DefaultValue')];
  return [...short.filter(longerThan(SHORT_STRING)), ...long.filter(longerThan(LONG_STRING))].map((text) =>
    fault('length', text),
  );
}

function requirements(root: XmlElement): ManifestFault[] {
  const sets = elementsNamed(root, 'Set').map(({ attributes }) => `${attributes['Name']} ${attributes['MinVersion']}`);
  return sets.length === 1 && sets[0] === `ExcelApi ${MINIMUM_SET}` ? [] : [fault('requirement', sets.join(', '))];
}

function childText(root: XmlElement, name: string): string {
  return root.children.find((child) => child.name === name)?.text ?? '';
}

function attributeOf(root: XmlElement, child: string, name: string): string {
  return root.children.find((element) => element.name === child)?.attributes[name] ?? '';
}

function resourceValue(root: XmlElement, id: string): string {
  const resource = elementsUnder(root).find((element) => element.attributes['id'] === id);
  return resource?.attributes['DefaultValue'] ?? '';
}

/** The addresses Office will open or fetch, in the order of the file. */
function urlsOf(root: XmlElement): readonly string[] {
  const carriers = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation', 'bt:Image', 'bt:Url'];
  return elementsUnder(root)
    .filter((element) => carriers.includes(element.name))
    .map((element) => element.attributes['DefaultValue'])
    .filter((url) => url !== undefined);
}

function pageAddress(root: XmlElement): string {
  return (
    elementsNamed(root, 'SourceLocation').find((element) => 'DefaultValue' in element.attributes)?.attributes[
      'DefaultValue'
    ] ?? ''
  );
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}

function isHttpsOrigin(text: string): boolean {
  return text.startsWith('https://') && originOf(text) === text;
}
