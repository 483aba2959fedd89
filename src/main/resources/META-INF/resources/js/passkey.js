// Asks the device to make a passkey, or to sign with one (WebAuthn), and sends its answer with the form around the button.
// Without it, or in a browser that knows no passkeys, what is marked data-passkey stays hidden.
(() => {
  const form = document.querySelector('[data-ceremony]');
  if (!form || !window.PublicKeyCredential) return;
  const status = form.querySelector('[role=status]');
  const five = 5 * 60 * 1000;

  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer ?? []))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const words = list => list.split(' ').filter(Boolean);
  const fill = values => Object.entries(values).forEach(([name, buffer]) => { form.elements.namedItem(name).value = text(buffer); });

  const make = async () => {
    const { challenge, party, algorithms, user, email, person, known } = form.dataset;
    const made = await navigator.credentials.create({ publicKey: {
      challenge: bytes(challenge),
      rp: { id: party, name: 'On the Record' },
      user: { id: bytes(user), name: email, displayName: person },
      pubKeyCredParams: words(algorithms).map(alg => ({ type: 'public-key', alg: Number(alg) })),
      excludeCredentials: words(known).map(id => ({ type: 'public-key', id: bytes(id) })),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
      timeout: five,
    } });
    fill({ 'client-data': made.response.clientDataJSON, attestation: made.response.attestationObject });
  };
  const use = async () => {
    const token = new URLSearchParams({ 'csrf-token': form.elements.namedItem('csrf-token').value });
    const answer = await fetch(form.dataset.challenges, { method: 'POST', body: token });
    if (answer.status === 429) throw new Error('Too many tries. Wait 15 minutes, then try again.');
    if (!answer.ok) throw new Error('Passkeys do not answer at the moment. Load this page again, or use your password.');
    const asked = await answer.json();
    const signed = await navigator.credentials.get({ publicKey: {
      challenge: bytes(asked.challenge),
      rpId: asked.relying_party,
      userVerification: 'required',
      timeout: five,
    } });
    fill({
      credential: signed.rawId,
      'client-data': signed.response.clientDataJSON,
      'device-data': signed.response.authenticatorData,
      signature: signed.response.signature,
      'user-handle': signed.response.userHandle,
    });
  };
  const why = error => ({
    NotAllowedError: 'Nothing came from your device: it was cancelled, took too long, or has no passkey for this site. Try again.',
    InvalidStateError: 'This device has a passkey for your account already.',
    SecurityError: 'Passkeys need the address of this site with https, as its operator set it.',
    NotSupportedError: 'This device can not make a passkey that asks for your finger, face or PIN.',
    TypeError: 'No connection. Try again.',
  })[error.name] ?? error.message;

  let busy = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    status.textContent = 'Waiting for your device…';
    try {
      await (form.dataset.ceremony === 'make' ? make() : use());
      form.submit();
    } catch (error) {
      status.textContent = why(error);
      busy = false;
    }
  });
  addEventListener('pageshow', event => { if (event.persisted) { busy = false; status.textContent = ''; } });
  document.querySelectorAll('[data-passkey]').forEach(part => { part.hidden = false; });
  document.querySelectorAll('[data-without-passkey]').forEach(part => { part.hidden = true; });
})();
