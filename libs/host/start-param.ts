/** What a link into the app carries where only letters, digits, "_" and "-" pass: "viec_<id>" for the route "/viec/<id>". */
const START_PARAM = /^[\w-]{1,512}$/;
const PARAM = /^([A-Za-z0-9-]+)(?:_([\w-]+))?$/;

/** The route's parts; undefined for what is no start parameter of ours. */
export function routeOfStartParam(param: string | null | undefined): string[] | undefined {
  const [, first, second] = (param && START_PARAM.test(param) && PARAM.exec(param)) || [];
  return first ? (second ? [first, second] : [first]) : undefined;
}
