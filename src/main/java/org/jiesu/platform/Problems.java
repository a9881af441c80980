package org.jiesu.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jiesu.shared.BadInput;
import org.jiesu.shared.FieldError;
import org.jiesu.shared.Forbidden;
import org.jiesu.shared.NotFound;
import org.jiesu.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error of {@code /api/**} as RFC 9457 problem+json with a Chinese detail; causes stay in the log. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    static ProblemDetail of(HttpStatus status, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(
                URI.create("urn:jiesu:" + status.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        problem.setTitle(title(status));
        return problem;
    }

    /** The same from a filter, before any controller. */
    static void write(HttpServletResponse response, ObjectMapper json, HttpStatus status, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), of(status, detail));
    }

    static ProblemDetail of(List<FieldError> errors) {
        ProblemDetail problem = of(HttpStatus.BAD_REQUEST, new BadInput(errors).getMessage());
        problem.setProperty("errors", errors);
        return problem;
    }

    private static String title(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "填写有误";
            case UNAUTHORIZED -> "未登录";
            case FORBIDDEN -> "无权办理";
            case NOT_FOUND -> "未找到";
            case CONFLICT -> "当前不能办理";
            case PAYLOAD_TOO_LARGE -> "内容过大";
            default -> "系统错误";
        };
    }

    @ExceptionHandler
    ProblemDetail badInput(BadInput e) {
        return of(e.errors());
    }

    @ExceptionHandler
    ProblemDetail refusal(Refusal e) {
        return of(HttpStatus.CONFLICT, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notFound(NotFound e) {
        return of(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail forbidden(Forbidden e) {
        return of(HttpStatus.FORBIDDEN, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail wrongType(MethodArgumentTypeMismatchException e) {
        return of(List.of(new FieldError(e.getName(), "“" + e.getName() + "”的格式不正确")));
    }

    @ExceptionHandler
    ProblemDetail noFile(MultipartException e) {
        return of(List.of(new FieldError("file", "请以表单（multipart/form-data）上传文件")));
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception e) {
        // Only the class: messages of libraries may quote what the citizen wrote.
        LOG.error(
                "Unexpected {} at {}",
                e.getClass().getName(),
                e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "?");
        LOG.debug("Cause", e);
        return of(HttpStatus.INTERNAL_SERVER_ERROR, "系统出错，未保存任何内容，请稍后重试");
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(HttpStatus.BAD_REQUEST, "提交的内容不是有效的 JSON");
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.badRequest()
                .body(of(List.of(new FieldError(e.getParameterName(), "缺少“" + e.getParameterName() + "”"))));
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(HttpStatus.PAYLOAD_TOO_LARGE, "附件过大：每个附件最大 20 MB");
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, Object body, HttpHeaders headers, HttpStatusCode code, WebRequest request) {
        HttpStatus status = HttpStatus.valueOf(code.value());
        String detail =
                switch (status) {
                    case NOT_FOUND -> "没有这个地址";
                    case METHOD_NOT_ALLOWED -> "这个地址不支持该操作";
                    case UNSUPPORTED_MEDIA_TYPE -> "请以 JSON 格式提交";
                    case NOT_ACCEPTABLE -> "只提供 JSON 格式";
                    default -> "请求有误";
                };
        return ResponseEntity.status(status).headers(headers).body(of(status, detail));
    }

    private static ResponseEntity<Object> answer(HttpStatus status, String detail) {
        return ResponseEntity.status(status).body(of(status, detail));
    }
}
