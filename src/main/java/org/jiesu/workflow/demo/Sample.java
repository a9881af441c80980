package org.jiesu.workflow.demo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One submission of the demo and where it is shown. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Sample(ObjectNode submission, Place demo) {

    /**
     * @param workingDaysAgo when it was received
     * @param stage id of the task at which it stands, {@code open} or {@code closed}
     * @param history how many earlier complaints of the same phone there are
     */
    record Place(int workingDaysAgo, String stage, int history) {}
}
