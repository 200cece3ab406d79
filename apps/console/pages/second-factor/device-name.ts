/** "Chrome, Windows": enough to know a machine again in the list of sessions. */
export function deviceName(agent: string = navigator.userAgent): string {
  return `${browserOf(agent)}, ${systemOf(agent)}`;
}

function browserOf(agent: string): string {
  if (agent.includes('Edg/')) return 'Edge';
  if (agent.includes('Firefox/')) return 'Firefox';
  return agent.includes('Chrome/') ? 'Chrome' : 'Safari';
}

function systemOf(agent: string): string {
  if (agent.includes('Windows')) return 'Windows';
  if (agent.includes('Android')) return 'Android';
  return agent.includes('Mac OS') ? 'macOS' : 'Linux';
}
