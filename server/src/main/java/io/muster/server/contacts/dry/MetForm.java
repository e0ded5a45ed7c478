package io.muster.server.contacts.dry;

import io.muster.engine.field.StandardField;
import io.muster.engine.matching.Contact;
import io.muster.server.contacts.Met;
import io.muster.server.platform.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// How a met contact is written into bytes. Only for the run that wrote it.
final class MetForm {
    private static final StandardField[] FIELDS = StandardField.values();
    private static final long CUSTOM = 1L << 63;
    private static final int MISSING = -1;

    private ByteBuffer out = ByteBuffer.allocate(1 << 10);

    /// @return bytes that hold until the next call
    ByteBuffer write(Met met) {
        Contact contact = met.contact();
        out.clear();
        out.putLong(contact.id().getMostSignificantBits())
                .putLong(contact.id().getLeastSignificantBits())
                .putLong(met.firstRow())
                .put((byte) (met.isStored() ? 1 : 0))
                .put((byte) (contact.doNotContact() ? 1 : 0));
        for (StandardField field : StandardField.CONSENTS) {
            Boolean consent = contact.consent(field);
            out.put((byte) (consent == null ? MISSING : consent ? 1 : 0));
        }
        int held = out.position();
        out.putLong(0);
        long fields = 0;
        for (int i = 0; i < FIELDS.length; i++) {
            String text = contact.text(FIELDS[i]);
            if (text != null) {
                fields |= 1L << i;
                text(text);
            }
        }
        if (!contact.custom().isEmpty()) {
            fields |= CUSTOM;
            text(Json.write(contact.custom()));
        }
        out.putLong(held, fields);
        ensure(Integer.BYTES);
        out.putInt(contact.tags().size());
        contact.tags().forEach(this::text);
        return out.slice(0, out.position());
    }

    Met read(ByteBuffer in) {
        Contact.Draft draft = Contact.create(new UUID(in.getLong(), in.getLong()));
        long firstRow = in.getLong();
        boolean stored = in.get() == 1;
        draft.doNotContact(in.get() == 1);
        for (StandardField field : StandardField.CONSENTS) {
            byte consent = in.get();
            if (consent != MISSING) {
                draft.consent(field, consent == 1);
            }
        }
        long fields = in.getLong();
        for (int i = 0; i < FIELDS.length; i++) {
            if ((fields & 1L << i) != 0) {
                draft.text(FIELDS[i], text(in));
            }
        }
        if ((fields & CUSTOM) != 0) {
            Json.readMap(text(in)).forEach(draft::custom);
        }
        List<String> tags = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            tags.add(text(in));
        }
        return new Met(draft.tags(tags).done(), firstRow, stored);
    }

    private void text(String text) {
        int length = text.length();
        ensure(Integer.BYTES + length);
        byte[] to = out.array();
        int at = out.position() + Integer.BYTES;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                utf8(text);
                return;
            }
            to[at + i] = (byte) c;
        }
        out.putInt(length).position(at + length);
    }

    private void utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ensure(Integer.BYTES + bytes.length);
        out.putInt(bytes.length).put(bytes);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void ensure(int more) {
        if (out.remaining() < more) {
            byte[] larger =
                    Arrays.copyOf(out.array(), Math.max(2 * out.capacity(), out.position() + more));
            out = ByteBuffer.wrap(larger).position(out.position());
        }
    }
}
