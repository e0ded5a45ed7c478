package io.muster.server.contacts.builder;

import io.muster.server.contacts.builder.Draft.Condition;
import io.muster.server.contacts.builder.Draft.Group;
import io.muster.server.contacts.builder.PartView.ConditionView;
import io.muster.server.contacts.builder.PartView.GroupView;
import io.muster.server.platform.pages.Choice;
import io.muster.server.platform.web.FieldError;
import java.util.List;

/// A filter in a form.
///
/// @param fields that conditions can be about
/// @param left what is wrong that belongs to no condition
/// @param built what is asked when conditions come, go or are about something else
/// @param valued what is asked when only a value has changed
public record FilterForm(
        List<Choice> fields,
        GroupView filter,
        List<FieldError> left,
        Sending built,
        Sending valued) {

    /// What the form says now that each condition has an operator of its field.
    public Group draft() {
        return draft(filter);
    }

    private static Group draft(GroupView shown) {
        return new Group(
                shown.mode(),
                shown.parts().stream()
                        .map(part ->
                                switch (part) {
                                    case GroupView group -> (Draft) draft(group);
                                    case ConditionView one ->
                                            new Condition(one.field(), one.op(), one.value());
                                })
                        .toList());
    }
}
