/** Photos for the look at photos, drawn here: nobody stands in them. */
import sharp from 'sharp';

const picture = (width: number, height: number, inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs>
<radialGradient id="skin" cx=".5" cy=".45" r=".6"><stop offset="0" stop-color="#e9bd97"/><stop offset=".7" stop-color="#d39f76"/><stop offset="1" stop-color="#9a6b49"/></radialGradient>
<filter id="soft"><feGaussianBlur stdDeviation="3"/></filter>
</defs>${inside}</svg>`;

/** Shaded enough for a detector that has learned from photographs. */
const face = (x: number, y: number, size: number): string => `<g transform="translate(${x} ${y}) scale(${size / 200})">
<path d="M-150 330c10-110 70-150 150-150s140 40 150 150Z" fill="#41526b"/>
<rect x="-38" y="90" width="76" height="110" fill="#b9855f"/>
<ellipse rx="104" ry="140" cy="-12" fill="#1f1712"/>
<ellipse rx="86" ry="118" fill="url(#skin)"/>
<path d="M-90-30C-80-130 80-130 90-30 60-92-40-100-90-30Z" fill="#1f1712"/>
<g filter="url(#soft)">
<ellipse cx="-36" cy="-18" rx="24" ry="13" fill="#8a5c3d"/><ellipse cx="36" cy="-18" rx="24" ry="13" fill="#8a5c3d"/>
<path d="M-8-10C-12 20-22 34-14 42c8 6 22 6 28 0 8-8-2-22-6-52Z" fill="#c08a62"/>
<ellipse cy="46" rx="20" ry="7" fill="#8f5f40"/><ellipse cy="96" rx="34" ry="10" fill="#b07a54"/>
</g>
<path d="M-62-46c14-12 36-12 48-2M62-46c-14-12-36-12-48-2" stroke="#22160f" stroke-width="9" fill="none" stroke-linecap="round"/>
<ellipse cx="-36" cy="-18" rx="19" ry="9" fill="#f2ece6"/><ellipse cx="36" cy="-18" rx="19" ry="9" fill="#f2ece6"/>
<circle cx="-36" cy="-18" r="9" fill="#1c120c"/><circle cx="36" cy="-18" r="9" fill="#1c120c"/>
<path d="M-55-18c10-14 28-14 38 0M55-18c-10-14-28-14-38 0" stroke="#2a1a12" stroke-width="5" fill="none"/>
<circle cx="-10" cy="46" r="5" fill="#5d3822"/><circle cx="10" cy="46" r="5" fill="#5d3822"/>
<path d="M-34 74C-14 64 14 64 34 74 14 96-14 96-34 74Z" fill="#a2453f"/><path d="M-34 74c20 6 48 6 68 0" stroke="#5e2320" stroke-width="4" fill="none"/>
</g>`;

/** A meeting at a table: three people before a banner. */
export const meeting = picture(
  1200,
  900,
  `<rect width="1200" height="900" fill="#efe6d0"/><rect x="20" y="50" width="1160" height="150" fill="#b83236"/>
<path d="M140 105h920M300 155h600" stroke="#ffd97a" stroke-width="22"/>
${face(230, 430, 190)}${face(610, 400, 200)}${face(990, 440, 190)}
<rect y="690" width="1200" height="210" fill="#9c7048"/><rect x="90" y="730" width="240" height="50" rx="8" fill="#f7f3ea"/><rect x="840" y="740" width="240" height="50" rx="8" fill="#f7f3ea"/>`,
);

const card = (ground: string, paper: string, turned: number, scale = 1, over = '') =>
  picture(
    1200,
    900,
    `<rect width="1200" height="900" fill="${ground}"/><path d="M0 220h1200M0 520h1200M0 820h1200" stroke="#0003" stroke-width="10"/>
<g transform="translate(600 430) rotate(${turned}) scale(${scale})"><rect x="-480" y="-302" width="960" height="604" rx="40" fill="${paper}"/>
<rect x="-430" y="-150" width="250" height="330" rx="12" fill="#b9cdd0"/><circle cx="-305" cy="-50" r="66" fill="#8fa5ab"/><path d="M-400 180c0-120 190-120 190 0Z" fill="#8fa5ab"/>
<path d="M-120-200h500" stroke="#c8646a" stroke-width="40"/><path d="M-120-90h460M-120-20h350M-120 50h430M-120 120h300" stroke="#4f666c" stroke-width="26" stroke-linecap="round"/></g>${over}`,
  );

/** An ID card on a table. */
export const idCard = card('#8a6848', '#dff0e9', -5);
export const idCards = {
  'turned by 20 degrees': card('#8a6848', '#dff0e9', 20, 0.8),
  'standing upright': card('#5c6770', '#f4e3e6', 90, 0.7),
  'on a grey cloth': card('#8d949b', '#e6f2ee', 8, 0.75),
  'in uneven light': card(
    '#8a6848',
    '#dff0e9',
    12,
    0.8,
    '<defs><linearGradient id="shade"><stop offset="0" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".4"/></linearGradient></defs><rect width="1200" height="900" fill="url(#shade)"/>',
  ),
  'small in the picture': card('#6d4f35', '#eef4f1', -12, 0.42),
};

/** Nothing of these is a paper. */
export const noPapers = {
  meeting,
  'a house': picture(
    1200,
    900,
    `<rect width="1200" height="900" fill="#bcd9ee"/><rect y="600" width="1200" height="300" fill="#6f8f4a"/>
<rect x="250" y="330" width="700" height="380" fill="#e9dcc2"/><path d="M200 340 600 120 1000 340Z" fill="#a5452f"/>
<rect x="330" y="420" width="130" height="140" fill="#5b7284"/><rect x="740" y="420" width="130" height="140" fill="#5b7284"/><rect x="540" y="480" width="120" height="230" fill="#6a4a30"/>`,
  ),
  'jars on a shelf': picture(
    1200,
    900,
    `<rect width="1200" height="900" fill="#7b5b3d"/>${[150, 480, 810]
      .map(
        (x) =>
          `<rect x="${x}" y="250" width="230" height="430" rx="40" fill="#c98f2b"/><rect x="${x + 20}" y="400" width="190" height="130" fill="#f6eeda"/>`,
      )
      .join('')}`,
  ),
  'a wall without anything': picture(1200, 900, '<rect width="1200" height="900" fill="#e8e8e4"/>'),
  'a white plate': picture(
    1200,
    900,
    '<rect width="1200" height="900" fill="#6a4a30"/><circle cx="600" cy="450" r="330" fill="#f5f5f0"/>',
  ),
};

export const jpegOf = (svg: string): Promise<Buffer> => sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer();

/** As a canvas would hand it out. */
export async function pixelsOf(
  svg: string,
  longSide: number,
): Promise<{ width: number; height: number; data: Uint8ClampedArray }> {
  const { data, info } = await sharp(Buffer.from(svg))
    .resize(longSide, longSide, { fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}
