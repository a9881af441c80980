package org.jiesu.supervision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.ChinaTime;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Everybody reads their own messages. */
@RestController
@RequestMapping("/api/messages")
class MessageController {

    private static final int LARGEST_PAGE = 200;

    private final Messages messages;
    private final CurrentStaff staff;

    MessageController(Messages messages, CurrentStaff staff) {
        this.messages = messages;
        this.staff = staff;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MessageView(
            long id, String subject, OffsetDateTime sentAt, OffsetDateTime readAt, List<Messenger.Line> lines) {}

    record Inbox(long unread, List<MessageView> content, int page, int size, long total) {}

    @GetMapping
    @Needs(Action.READ_MESSAGES)
    Inbox inbox(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw new BadInput("size", "页码从 0 起，每页 1 至 " + LARGEST_PAGE + " 条");
        }
        Page<Messages.Received> received = messages.of(staff.id(), page, size);
        return new Inbox(
                messages.unread(staff.id()),
                received.map(MessageController::view).getContent(),
                page,
                size,
                received.getTotalElements());
    }

    @PostMapping("/{id}/reading")
    @Needs(Action.READ_MESSAGES)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable long id) {
        messages.read(id, staff.id());
    }

    private static MessageView view(Messages.Received message) {
        return new MessageView(
                message.id(),
                message.subject(),
                ChinaTime.of(message.sentAt()),
                ChinaTime.of(message.readAt()),
                message.lines());
    }
}
