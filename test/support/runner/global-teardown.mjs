export default async function tearDown() {
  await globalThis.toSoTestServer?.stop();
}
