package org.jiesu.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jiesu.access.Action;
import org.jiesu.access.Needs;
import org.jiesu.cases.Codes;
import org.jiesu.platform.CurrentStaff;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.Forbidden;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Registration of what arrives from channel systems and at the counter. */
@RestController
@RequestMapping("/api/submissions")
class SubmissionController {

    private final Intake intake;
    private final CurrentStaff staff;

    SubmissionController(Intake intake, CurrentStaff staff) {
        this.intake = intake;
        this.staff = staff;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String submissionId,
            String receiptCode,
            List<Intake.RegisteredCase> cases,
            String supplementId,
            String autoReply) {}

    @PostMapping
    @Needs(Action.REGISTER)
    ResponseEntity<Answer> register(@RequestBody JsonNode body) {
        String institution = body.path("institution").asText(staff.get().institution());
        if (!institution.equals(staff.get().institution())) {
            throw new BadInput(
                    "institution", "没有代码为“" + institution.substring(0, Math.min(20, institution.length())) + "”的机构");
        }
        String only = staff.get().onlyChannel();
        String channel = body.path("channel").asText(only);
        if (only != null && !only.equals(channel)) {
            throw new Forbidden("该密钥只能登记渠道“" + Codes.label("channel", only) + "”的来件");
        }
        Intake.Registered done = intake.register(body);
        return ResponseEntity.status(done.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new Answer(
                        done.submissionId(), done.receiptCode(), done.cases(), done.supplementId(), done.autoReply()));
    }
}
